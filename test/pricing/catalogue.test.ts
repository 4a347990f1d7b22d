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
    const counts =
      /\.(freshDays|clipSeconds\.\d+|clipRange\.(from|to)|life\.(days|months|endOfYearAfter)|seats\.(min|max))$/;
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

describe("what was read again", () => {
  const asOf = (id: string, day: string) =>
    rows.find((row) => row.id === id && (row.from ?? "") <= day && day <= (row.until ?? "9999"));

  it("is a new dated row where the price changed, and the old one ends the day before", () => {
    expect([asOf("google-ai-plus", "2026-09-06"), asOf("google-ai-plus", "2026-09-07")]).toMatchObject([
      { price: { amount: "7.99" } },
      { price: { amount: "4.99" }, source: { evidence: "quoted_official" } },
    ]);
    expect(asOf("runway-team", "2026-09-29")?.price.amount).toBeNull();
    expect(asOf("runway-team", "2026-09-30")).toMatchObject({ price: { amount: "69" }, seats: { min: 2, max: 9 } });
    expect(asOf("google-workspace", "2026-11-21")?.price).toMatchObject({ amount: "7", per: "seat" });
  });

  it("renews a row as quoted evidence, and never as more", () => {
    expect(rowOf("github-copilot-business")).toMatchObject({
      source: { readOn: "2026-06-01", evidence: "official_copy" },
      confirmed: { on: "2026-09-20", evidence: "quoted_official" },
      staleAfter: "2026-12-19",
    });
    expect(rows.filter((row) => row.confirmed?.evidence === "official").map((row) => row.id)).toEqual([]);
  });

  it("renews nothing where the price was not repeated, or where it differs", () => {
    for (const id of ["firefly-pro", "minimax-video-package-pro", "suno-pro", "hailuo-app-standard", "stability-api"])
      expect(rowOf(id), id).not.toHaveProperty("confirmed");
  });

  it("of a third party never becomes the price of a row whose own page was read", () => {
    expect(rowOf("perplexity-enterprise-pro").price.amount).toBeNull();
    expect(rowOf("anthropic-claude-ultra").price.amount).toBeNull();
    const replaced = rows.filter(
      ({ id, source, from }) =>
        source.evidence === "third_party" &&
        rows.some(
          (old) =>
            old.id === id && old.until !== null && old.until < (from ?? "") && old.source.evidence !== "third_party",
        ),
    );
    expect(replaced.map((row) => row.id)).toEqual([]);
  });

  it("keeps both where readings contradict each other, and the one that counts stays", () => {
    const says = (id: string) =>
      rowOf(id)
        .readings?.filter((each) => each.says === "differs")
        .map((each) => each.what);
    expect(rowOf("suno-premier").price.amount).toBe("30");
    expect(says("suno-premier")?.join()).toContain("$24");
    expect(rowOf("krea-api").source.readOn).toBe("2026-10-09");
    expect(says("krea-api")?.join()).toContain("$0.112");
    expect(rowOf("hailuo-app-standard").price.amount).toBe("14.99");
    expect(says("hailuo-app-standard")?.join()).toContain("$7.99");
  });
});

describe("connections that changed", () => {
  it("Mistral's plan was apart from the API until its plans became global", () => {
    const edges = connections.filter((edge) => edge.from === "mistral-le-chat-pro" && edge.to === "mistral-api");
    expect(edges).toMatchObject([
      { status: "separate", until: "2026-07-30" },
      { status: "connected", since: "2026-07-31", until: null, evidence: "quoted_official" },
    ]);
  });

  it("the credit of Claude Max keeps both official pages, and what a third party tells of it", () => {
    const edges = connections.filter(
      (edge) => edge.from === "anthropic-claude-max-20x" && edge.to === "anthropic-api-prepaid",
    );
    expect(edges.map((edge) => edge.readings?.map((each) => `${each.evidence} ${each.says}`))).toEqual([
      ["third_party adds"],
      ["third_party same"],
    ]);
  });
});
