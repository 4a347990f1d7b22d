import { afterEach, beforeEach, expect, it } from "vitest";
import type { Output, Store } from "#core";
import { openStore } from "../../../adapters/sql/index.ts";
import { listDecisions, renameDecision, showDecision } from "../../../adapters/terminal/decisions.ts";
import { decisionMessages } from "../../../adapters/terminal/kept-messages.ts";
import { exportDecisions } from "../../../adapters/terminal/ledger.ts";
import type { TerminalPorts } from "../../../adapters/terminal/ports.ts";
import { tickCheck } from "../../../adapters/terminal/ticks.ts";
import { advisorOn, exampleDay } from "../../advisor.ts";

const layout = { width: 80, colour: false };
const ports = { openAdvisor: advisorOn } as unknown as TerminalPorts;
let store: Store;

beforeEach(async () => {
  store = await openStore({ file: ":memory:", now: () => 0 });
  for (const by of ["me", "somebody-else"])
    await store.of({ platform: "terminal", id: "local" }).decide(
      {
        id: `of-${by}`,
        summary: { name: `Named by ${by}`, money: "$5 a month", owner: "Ben", vendor: "OpenAI" },
        draft: by,
        revision: 1,
        route: null,
        complete: false,
        answers: {},
        result: {} as never,
        catalogue: "c",
        rows: [],
        connections: [],
        by,
        at: Date.parse(exampleDay),
        audience: [],
      },
      [],
    );
});
afterEach(() => store.close());

it("what is listed, shown and taken elsewhere is one's own", async () => {
  const shown = [
    await listDecisions(store, layout),
    await showDecision(store, { show: "of-me", details: true }, ports, layout),
  ];
  const exported = await Promise.all(
    (["json", "csv", "md"] as const).map((format) => exportDecisions(store, format, advisorOn(exampleDay))),
  );
  for (const each of [...shown, ...exported]) {
    expect(JSON.stringify(each)).toContain("Named by me");
    expect(JSON.stringify(each)).not.toContain("somebody-else");
  }
  // Ids are for what goes elsewhere.
  for (const each of shown) expect(JSON.stringify(each)).not.toContain("of-me");
  for (const each of exported) expect(JSON.stringify(each)).toContain("of-me");
});

it("a decision is found by its name, its id, or the beginning of that, and can get another name", async () => {
  const found = await showDecision(store, { show: "of-me", details: true }, ports, layout);
  expect(found).toHaveProperty("text");
  for (const words of ["of-m", "named by ME", "ben $5"])
    expect(await showDecision(store, { show: words, details: true }, ports, layout)).toEqual(found);
  expect(await renameDecision(store, "named by me", " Support\tchats ", 9)).toEqual({
    text: "Renamed: Support chats, $5 a month, Ben, 20 Nov 2026.",
  });
  expect(JSON.stringify(await listDecisions(store, layout))).toContain("Support chats");
  expect(await renameDecision(store, "support", "", 9)).toEqual({ misuse: expect.stringContaining("Enter a name") });
  const audit = await store.of({ platform: "terminal", id: "local" }).audit(9);
  expect(audit.map(({ action }) => action)).toContain("renamed");
});

it("what is to be verified is ticked by its place, with the day, and again takes the tick away", async () => {
  const at = () => Date.parse("2026-11-21");
  const tick = (check: number) => tickCheck(store, { of: "of-me", check }, { ...ports, now: at }, layout);
  const textOf = (output: Output) => ("text" in output ? output.text : "");
  const none = textOf(await showDecision(store, { show: "of-me", details: true }, ports, layout));
  expect(none).not.toContain("Checked on");
  expect(textOf(await tick(1)).match(/Checked on 21 Nov 2026/g)).toHaveLength(1);
  expect(textOf(await showDecision(store, { show: "of-me", details: true }, ports, layout))).toContain("Checked on");
  expect(textOf(await tick(1))).not.toContain("Checked on");
  expect(await tick(99)).toEqual({ misuse: expect.stringMatching(/has \d+ checks/) });
  expect(await store.of({ platform: "terminal", id: "local" }).ticks("of-me")).toEqual([]);
});

it("a check that is not there is answered with how many are, or that there are none", () => {
  expect(decisionMessages.noCheck(2)).toMatch(/has 2 checks.*--details/);
  expect(decisionMessages.noCheck(1)).toMatch(/has 1 check:.*--details/);
  expect(decisionMessages.noCheck(0)).not.toContain("--details");
});

it("a page that is not there is answered with how many are", () => {
  expect(decisionMessages.pages(1)).toContain("only 1 page.");
  expect(decisionMessages.pages(2)).toContain("only 2 pages.");
});

it("words that several names have are answered with those names", async () => {
  const mine = store.of({ platform: "terminal", id: "local" });
  const kept = await mine.decision("of-me");
  if (kept === null) throw new Error("it is kept");
  await mine.decide({ ...kept, id: "other", draft: "other" }, []);
  expect(await showDecision(store, { show: "named", details: true }, ports, layout)).toEqual({
    misuse: expect.stringMatching(/matches 2 decisions.*Named by me, \$5 a month, Ben/),
  });
});

it("somebody else's is answered like one that is not there", async () => {
  const [theirs, none] = [
    await showDecision(store, { show: "of-somebody-else", details: true }, ports, layout),
    await showDecision(store, { show: "zzzz", details: true }, ports, layout),
  ];
  expect(theirs).toEqual({ misuse: expect.stringContaining("of-somebody-else") });
  expect(JSON.stringify(theirs).replace("of-somebody-else", "zzzz")).toBe(JSON.stringify(none));
});
