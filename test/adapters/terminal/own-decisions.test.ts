import { afterEach, beforeEach, expect, it } from "vitest";
import type { Store } from "#core";
import { openStore } from "../../../adapters/sql/index.ts";
import { exportDecisions, listDecisions, showDecision } from "../../../adapters/terminal/decisions.ts";
import type { TerminalPorts } from "../../../adapters/terminal/ports.ts";
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
    await exportDecisions(store, "json"),
    await exportDecisions(store, "csv"),
    await exportDecisions(store, "md"),
    await showDecision(store, "of-me", ports, layout),
  ];
  for (const each of shown) {
    expect(JSON.stringify(each)).toContain("of-me");
    expect(JSON.stringify(each)).not.toContain("of-somebody-else");
  }
});

it("somebody else's is answered like one that is not there", async () => {
  const [theirs, none] = [
    await showDecision(store, "of-somebody-else", ports, layout),
    await showDecision(store, "zzzz", ports, layout),
  ];
  expect(theirs).toEqual({ misuse: expect.stringContaining("of-somebody-else") });
  expect(JSON.stringify(theirs).replace("of-somebody-else", "zzzz")).toBe(JSON.stringify(none));
});
