import { describe, expect, it } from "vitest";
import { type Block, lookUpEstimate, lookUpUsage, readUsageWork } from "#core";
import { advisorOn, exampleDay } from "../advisor.ts";
import { bytesOf } from "../usage/ask.ts";
import { codesIn } from "./codes.ts";

const advisor = advisorOn(exampleDay);
const look = (given: string | Uint8Array) => {
  const found = lookUpUsage(typeof given === "string" ? new TextEncoder().encode(given) : given, advisor);
  if ("problem" in found) throw new Error(found.problem);
  return { blocks: found.blocks, data: found.data as Data };
};
type Data = {
  models: { model: string | null; computed: string | null }[];
  beside: { measured: string; computed: string } | null;
  estimate: { total: { expected: string } | null; savings: { option: string; saves: string }[] } | null;
  plans: { vendor: string; month: string; plans: { plan: string; price: string }[] }[];
  problem: string | null;
};
const files = [
  "openai-usage.json",
  "openai-costs.json",
  "anthropic-usage.json",
  "anthropic-costs.json",
  "ccusage.json",
  "litellm.jsonl",
  "google.json",
  "google-report.csv",
  "focus.csv",
  "openai-usage.csv",
  "openai-costs.csv",
  "anthropic-usage.csv",
  "anthropic-costs.csv",
];
const log = (more: object) => ({
  request_id: JSON.stringify(more),
  startTime: "2026-11-01T08:00:00Z",
  model: "gpt-6-sol",
  custom_llm_provider: "openai",
  prompt_tokens: 1_000_000,
  completion_tokens: 100_000,
  ...more,
});
const logs = (...all: object[]) => look(JSON.stringify(all.map(log)));
const textOf = (blocks: readonly Block[]) => JSON.stringify(blocks);

describe("a usage export", () => {
  it("is priced by the list prices of its days, each part in its own way", () => {
    // gpt-6-sol: 1M x $2 + 0.4M x $0.20 + 0.1M x $2.50 + 0.3M x $10 = 2 + 0.08 + 0.25 + 3
    const { data } = look(bytesOf("openai-usage.json"));
    expect(data.models.find(({ model }) => model === "gpt-6-sol-2026-09-22")?.computed).toBe("5.33");
  });

  it("takes the price of the day, not of today", () => {
    const of = (day: string) =>
      logs({ model: "gpt-5.6-sol", startTime: `${day}T00:00:00Z`, completion_tokens: 0 }).data.models[0]?.computed;
    // 1M input: the price was cut on 2026-08-21.
    expect([of("2026-08-20"), of("2026-08-21")]).toEqual(["5", "4"]);
  });

  it("says by how much its own money differs from list prices, for the use that has both", () => {
    // $2 + $1 by list prices.
    expect(logs({ spend: 2.5 }).data.beside).toEqual({ measured: "2.5", computed: "3" });
    expect(textOf(logs({ spend: 2.5 }).blocks)).toMatch(/\$2\.50.*\$3\.00.*\$0\.50 less \(17%\)/);
    expect(textOf(logs({ spend: 6 }).blocks)).toMatch(/\$3\.00 more \(100%\)/);
    expect(textOf(logs({ spend: 3 }).blocks)).toMatch(/agree/);
    expect(logs({ spend: 2.5 }, { model: "own-model", spend: 100 }).data.beside).toEqual({
      measured: "2.5",
      computed: "3",
    });
    expect(logs({ spend: null }).data.beside).toBeNull();
  });

  it("has a month of it, the biggest saving first and the vendor's plans beside the API", () => {
    // One day of $3.
    const { data } = logs({});
    expect(data.estimate?.total?.expected).toBe("90");
    const saves = data.estimate?.savings.map((each) => Number(each.saves)) ?? [];
    expect(saves.length).toBeGreaterThan(1);
    expect(saves).toEqual([...saves].sort((one, other) => other - one));
    expect(data.plans).toMatchObject([{ vendor: "openai", month: "90" }]);
    const prices = data.plans[0]?.plans.map(({ price }) => Number(price)) ?? [];
    expect(prices).toEqual([...prices].sort((one, other) => one - other));
    expect(prices).toContain(20);
  });

  it("has no month where it counts no tokens, and asks for the file that does", () => {
    const { data, blocks } = look(bytesOf("openai-costs.json"));
    expect(data).toMatchObject({ estimate: null, plans: [] });
    expect(textOf(blocks)).toContain(data.problem);
  });

  it("has no plan beside a vendor without a price for all of its part", () => {
    const { data } = logs({}, { model: "gpt-own" });
    expect(data.plans).toEqual([]);
    expect(data.estimate?.total).toBeNull();
    expect(data.models.find(({ model }) => model === "gpt-6-sol")?.computed).toBe("3");
  });

  it("never adds currencies", () => {
    const { data, blocks } = look(bytesOf("google.json"));
    // Only the day on which all of it was in dollars is compared.
    expect(data.beside?.measured).toBe("0.16");
    expect(textOf(blocks)).toMatch(/EUR 0\.02, \$0\.83/);
  });

  it.each(files)("shows no id of ours and nothing secret: %s", (name) => {
    const { blocks, data } = look(bytesOf(name));
    expect(codesIn(blocks.map((block) => textOf([block])))).toEqual([]);
    expect(textOf(blocks) + JSON.stringify(data)).not.toContain("secret");
  });

  it("is the work of an estimate, whose assumptions become what was measured", () => {
    const read = readUsageWork(bytesOf("openai-usage.json"), advisor);
    const found = "problem" in read ? read : lookUpEstimate({ input: read }, advisor);
    if ("problem" in found) throw new Error(found.problem);
    const headings = found.blocks.flatMap((block) => (block.block === "heading" ? block.text : []));
    expect(headings).toEqual(expect.arrayContaining(["Measured", "Assumptions"]));
    expect(textOf(found.blocks)).toContain("1 Oct 2026");
  });
});
