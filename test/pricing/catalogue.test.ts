import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Row } from "../../pricing/catalogue.ts";
import { openCatalogue } from "../../pricing/open.ts";

const catalogue = openCatalogue();
const { rows, connections } = catalogue;

function rowOf(id: string): Row {
  const found = rows.filter((row) => row.id === id && row.until === null);
  expect(found, id).toHaveLength(1);
  return found[0] as Row;
}

function statusesBetween(from: string, to: string): string[] {
  return connections
    .filter((edge) => edge.from === from && edge.to === to)
    .map((edge) => edge.status)
    .sort();
}

/** Every text and number in a value, with the path that leads to it. */
function leavesOf(value: unknown, path: string): { path: string; leaf: string | number }[] {
  if (typeof value === "string" || typeof value === "number") return [{ path, leaf: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${path}.${key}`));
}

const leaves = [
  ...rows.flatMap((row) => leavesOf(row, row.id)),
  ...connections.flatMap((edge) => leavesOf(edge, `${edge.from}>${edge.to}`)),
  ...catalogue.uses.flatMap((use) => leavesOf(use, use.id)),
];
const texts = leaves.filter(({ leaf }) => typeof leaf === "string" && !/^https?:\/\/\S+$/.test(leaf));

describe("the shipped catalogue", () => {
  it("has every vendor whose file stands in the folder, and sells something of each", () => {
    const files = readdirSync(new URL("../../pricing/vendors", import.meta.url)).map((name) =>
      name.replace(".json", ""),
    );
    expect(files.length).toBeGreaterThan(20);
    expect(catalogue.vendors.map((vendor) => vendor.id).sort()).toEqual(files.sort());
    expect([...new Set(rows.map((row) => row.vendor))].sort()).toEqual(files.sort());
  });

  it("gives the address and the day of reading with every price", () => {
    const bare = rows.filter(
      (row) => !/^https:\/\//.test(row.source.url) || (row.source.readOn === null && row.price.amount !== null),
    );
    expect(bare.map((row) => row.id)).toEqual([]);
  });

  it("gives an official address with every connection", () => {
    expect(connections.filter((edge) => !/^https:\/\//.test(edge.url)).map((edge) => edge.from)).toEqual([]);
    expect(connections.length).toBeGreaterThan(100);
  });

  it("holds every amount as a decimal string", () => {
    // Lengths of clips, of lives and of teams are counts of things and may be numbers; nothing that is paid may.
    const counts = /\.(clipSeconds\.\d+|clipRange\.(from|to)|life\.(days|months|endOfYearAfter)|seats\.(min|max))$/;
    const numbers = leaves.filter(({ path, leaf }) => typeof leaf === "number" && !counts.test(path));
    expect(numbers).toEqual([]);
    const amounts = leaves.filter(({ path }) => /\.(amount|amountTo|rate\.price|gives)$/.test(path));
    expect(amounts.length).toBeGreaterThan(rows.length);
    expect(amounts.filter(({ leaf }) => !/^\d+(\.\d+)?$/.test(String(leaf)))).toEqual([]);
  });

  it("holds no Markdown in any text", () => {
    // An underscore inside a word (`ANTHROPIC_API_KEY`) formats nothing; one beside a blank opens or closes italics.
    const marker = /[*`~|]|\]\(|<[@#!h]|__|(^|\s)_\S|\S_(\s|$)|^\s*(#{1,6}|>|-|\d+\.)\s/m;
    expect(texts.filter(({ leaf }) => marker.test(String(leaf)))).toEqual([]);
  });

  it("names nobody who helped to gather it, only pages and vendors", () => {
    const provenance = /\b(stackreplay|wakamex|kapa|seeds?|fact files?|oracles?|checklist\.md|plans-(text|media))\b/i;
    expect(texts.filter(({ leaf }) => provenance.test(String(leaf)))).toEqual([]);
  });

  it("has no row that both has a known figure and says that there is none", () => {
    const torn = rows.filter((row) => (row.price.amount === null) !== (row.price.kind === "none"));
    expect(torn.map((row) => row.id)).toEqual([]);
  });
});

describe("the shipped catalogue, on single products", () => {
  it("keeps Kling Standard's renewal, first month and struck-through price apart", () => {
    const { price, otherPrices } = rowOf("kling-app-standard");
    expect([price, ...otherPrices].map(({ kind, amount }) => [kind, amount])).toEqual([
      ["renewal", "8.80"],
      ["first_month", "6.99"],
      ["struck_through", "10"],
    ]);
  });

  it("has ChatGPT Plus at 20 dollars a month", () => {
    expect(rowOf("openai-chatgpt-plus").price).toMatchObject({ amount: "20", currency: "USD", period: "month" });
  });

  it("keeps every app plan of OpenAI apart from its API balance", () => {
    const plans = rows.filter((row) => row.vendor === "openai" && row.route === "app_subscription");
    expect(plans.length).toBeGreaterThanOrEqual(6);
    for (const plan of plans) expect(statusesBetween(plan.id, "openai-api-prepaid"), plan.id).toEqual(["separate"]);
  });

  it("keeps both pages where they contradict each other on Claude Max and the API", () => {
    expect(statusesBetween("anthropic-claude-max-5x", "anthropic-api-prepaid")).toEqual(["connected", "separate"]);
  });

  it("has OpenAI's video API as discontinued, until 24 September 2026", () => {
    const video = rows.filter((row) => row.id === "openai-video-api");
    expect(video).toMatchObject([{ status: "discontinued", until: "2026-09-24" }]);
  });

  it("gives no price for Perplexity Enterprise Pro, whose page was not read on a known day", () => {
    const { price, otherPrices, source, staleAfter } = rowOf("perplexity-enterprise-pro");
    expect({ amount: price.amount, otherPrices, readOn: source.readOn, staleAfter }).toEqual({
      amount: null,
      otherPrices: [],
      readOn: null,
      staleAfter: null,
    });
  });
});
