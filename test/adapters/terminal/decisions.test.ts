import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "#core";
import { openStore } from "../../../adapters/sql/index.ts";
import { exportDecisions } from "../../../adapters/terminal/ledger.ts";
import { localUser } from "../../../adapters/terminal/local-user.ts";
import { advisorOn, exampleDay } from "../../advisor.ts";

let store: Store;
beforeEach(async () => {
  store = await openStore({ file: ":memory:", now: () => 1_795_000_000_000 });
});
afterEach(() => store.close());

const decide = (by: string) =>
  store.of(localUser.tenant).decide(
    {
      id: "d1",
      draft: "draft1",
      revision: 1,
      route: "api_meter",
      complete: true,
      answers: {},
      result: {} as never,
      catalogue: "c",
      rows: ["openai-api"],
      connections: [],
      audience: [{ channel: "C1", open: true }],
      by,
      at: 1_795_000_000_000,
    },
    [],
  );

describe("decisions as CSV", () => {
  it.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "\uff1d1",
    "\uff0b1",
    "\uff0d1",
    "\uff201",
    "\u22121",
    "|x",
  ])("%j is text to a spreadsheet, never a formula", async (by) => {
    await decide(by);
    const exported = await exportDecisions(store, "csv", advisorOn(exampleDay));
    expect("text" in exported && exported.text).toContain(`,"'${by.replace(/[\t\r]/, " ")}",`);
  });

  it("keep a quotation mark inside its cell", async () => {
    await decide('Ana "=1+1", x');
    const exported = await exportDecisions(store, "csv", advisorOn(exampleDay));
    expect("text" in exported && exported.text).toContain(',"Ana ""=1+1"", x",');
  });
});
