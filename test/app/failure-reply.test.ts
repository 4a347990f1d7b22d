import { describe, expect, it } from "vitest";
import { failureReply, StoreError } from "#core";
import { keptLog } from "../wire/team.ts";

const kinds: StoreError["kind"][] = ["missing", "locked", "readonly", "full", "newer", "lost", "corrupt", "key"];

function told(error: unknown) {
  const { log, faults, warnings } = keptLog();
  const [block] = failureReply(error, log).screen.body;
  return { text: block?.block === "text" ? block.text : "", faults, warnings };
}

describe("an answer that could not be made", () => {
  it.each(kinds)("because the store is %s says what the store says, and is written down without a fault", (kind) => {
    const { text, faults, warnings } = told(new StoreError(kind, "What the store says."));
    expect(text).toMatch(/^What the store says\. ./);
    expect(warnings.join()).toContain(kind);
    expect(faults).toEqual([]);
  });

  it("promises that nothing is lost only where what is kept is whole and a second try may work", () => {
    const promised = kinds.filter((kind) => told(new StoreError(kind, "x.")).text.includes("Nothing is lost"));
    expect(promised).toEqual(["missing", "locked", "lost"]);
    expect(told(new StoreError("corrupt", "x.")).text).not.toMatch(/lost|safe/);
  });

  it("because of a bug tells its reference and nothing of its inside", () => {
    const { text, faults } = told(new TypeError("Cannot read properties of null"));
    expect(text).toContain("ref1");
    expect(text).not.toContain("null");
    expect(faults).toHaveLength(1);
  });
});
