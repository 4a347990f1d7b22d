import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "#core";
import { openStore } from "../../../adapters/sql/index.ts";
import { addBalance, addBalances, dropBalance, listBalances } from "../../../adapters/terminal/balances.ts";
import { withPictures } from "../../../adapters/terminal/picture.ts";
import { receive } from "../../../adapters/terminal/receive.ts";
import { advisorOn } from "../../advisor.ts";

let store: Store;
beforeEach(async () => {
  store = await openStore({ file: ":memory:", now: () => 1_795_000_000_000 });
});
afterEach(() => store.close());

let ids = 0;
const ports = { today: "2026-11-21", now: () => 1_795_000_000_000, newId: () => `h${++ids}`, openAdvisor: advisorOn };
const layout = { width: 100, colour: false };

/** What the command line does with these words. */
async function run(...argv: string[]) {
  const command = receive(argv, []);
  if ("misuse" in command) return command;
  switch (command.verb) {
    case "balances":
      return (await listBalances(store, command, ports, layout)).printed;
    case "add-balance":
      return addBalance(store, command, ports);
    case "drop-balance":
      return dropBalance(store, command.of);
    default:
      throw new Error(command.verb);
  }
}

const lots = "300 USD bought 2026-01-15, expires 2027-01-15; $300 bought 2026-07-15, expires 2027-07-15";

describe("balances in the terminal", () => {
  it("are recorded, listed, shown as data with their burn-down, and deleted", async () => {
    expect(
      await run("balances", "add", "OpenAI", "API", "--lots", lots, "--use", "$20 a month", "--owner", "Ben"),
    ).toEqual({
      text: "Recorded: OpenAI API.",
    });
    await run("balances", "add", "Claude Team", "--seats", "12", "--price", "$30 a month", "--renews", "2027-01-15");
    const listed = await run("balances");
    expect(
      "text" in listed && listed.text.split("\n").filter((line) => /OpenAI API|Claude Team/.test(line)),
    ).toHaveLength(2);
    const data = await run("balances", "show", "openai", "--json");
    // As worked out by hand in test/team/holdings.json.
    expect(JSON.parse("text" in data ? data.text : "")).toMatchObject([
      {
        product: "OpenAI API",
        owner: "Ben",
        burnDown: {
          bought: "600",
          left: "393.333333",
          expires: [
            { on: "2027-01-15", expected: "56.666667" },
            { on: "2027-07-15", expected: "179.333333" },
          ],
          largestTopUp: { amount: "86", until: "2027-11-21" },
        },
      },
    ]);
    expect(await run("balances", "delete", "openai")).toEqual({ text: "Deleted: OpenAI API." });
    expect(await run("balances", "delete", "openai")).toHaveProperty("misuse");
  });

  it("are read from JSON, and refused with the field that is wrong", async () => {
    const holding = {
      product: "Kling",
      unit: "credits",
      held: { kind: "prepaid", lot: { amount: "5", bought: "2026-11-01", expires: null } },
    };
    expect(await addBalances(store, [holding, holding], ports)).toEqual({ text: "Recorded: Kling, Kling." });
    const wrong = await addBalances(store, { ...holding, cap: "-1" }, ports);
    expect("misuse" in wrong && wrong.misuse).toContain("cap");
    expect(await run("balances", "delete", "kling")).toHaveProperty("misuse");
  });

  it.each([
    [["balances", "add", "X"]],
    [["balances", "add", "X", "--lots", "much"]],
    [["balances", "--lots", "$5"]],
    [["balances", "delete"]],
    [["balances", "shwo"]],
    [["balances", "show", "nothing"]],
    [["balances", "add", "X", "--seats", "0", "--renews", "2027-01-15"]],
  ])("say what is wrong with %j", async (argv) => {
    expect(await run(...argv)).toHaveProperty("misuse");
  });

  it.each([
    [["balances", "add", "X", "--lots", lots, "--png", "x.png"]],
    [["balances", "delete", "X", "--png", "x.png"]],
  ])("draw nothing that is recorded or deleted: %j", (argv) => {
    expect(receive(argv, [])).toEqual({ misuse: expect.stringContaining("--png") });
  });

  it("without a picture say what of them is missing for one, not what an estimate needs", async () => {
    await run("balances", "add", "OpenAI", "API", "--lots", lots);
    const { printed, ...found } = await listBalances(store, { of: "", json: false }, ports, layout);
    const said: string[] = [];
    const draw = async () => ({ undrawn: "failed" as const });
    const asked = { bars: false, png: "x.png" };
    await withPictures(printed, found, asked, { draw }, layout, (line) => said.push(line));
    expect(said).toEqual([expect.stringContaining("--use")]);
  });
});
