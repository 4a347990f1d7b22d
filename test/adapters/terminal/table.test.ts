import { describe, expect, it } from "vitest";
import { renderTable } from "../../../adapters/terminal/table.ts";

const at = (width: number) => ({ width, colour: false });
const rows = [
  ["Kling app membership Pro, kling-video-3.0", "$59.83", "fits; smallest pack not published"],
  ["Runway developer API, gen-4-turbo", "$20.00", ""],
];

describe("a table in the terminal", () => {
  it("has its natural width where that fits", () => {
    expect(renderTable(["A", "B"], [["one", "two"]], at(80))).toBe("A    B\none  two");
  });

  it("breaks its widest columns into lines where it does not", () => {
    expect(renderTable(["Option", "A month", "Notes"], rows, at(62)).split("\n")).toEqual([
      "Option                     A month  Notes",
      "Kling app membership Pro,  $59.83   fits; smallest pack not",
      "kling-video-3.0                     published",
      "Runway developer API,      $20.00",
      "gen-4-turbo",
    ]);
  });

  it("is a list where that would be longer, or too narrow, without cells that are empty", () => {
    expect(renderTable(["Option", "A month", "Notes"], rows, at(34)).split("\n")).toEqual([
      "Kling app membership Pro,",
      "kling-video-3.0",
      "  A month  $59.83",
      "  Notes    fits; smallest pack not",
      "           published",
      "Runway developer API, gen-4-turbo",
      "  A month  $20.00",
    ]);
  });
});
