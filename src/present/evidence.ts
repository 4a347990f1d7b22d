import type { Evidence, PlainDate, RateRow, Reading, Row } from "#pricing";
import type { Advisor } from "../advice/advise.ts";
import { type ReadingTold, readingsOf } from "../market/sources.ts";
import type { Block } from "../screen/screen.ts";
import { markedOwn } from "../screen/source-words.ts";

/** Every reading of these rows: the one that counts first, then who confirms it, adds to it or contradicts it. */
export function rowEvidence(rows: readonly Row[], { market }: Pick<Advisor, "market">): Block[] {
  return rows.flatMap((row) => [
    { block: "heading" as const, text: markedOwn(row.product, row.own === true) },
    ...readingsOf(row).flatMap((each) => readingBlocks(each, each.says === "source" && market.isStale(row))),
  ]);
}

/** The same of what wallets of these rows pay for, where more than one reading is known. */
export function edgeEvidence(rows: readonly Row[], { market }: Pick<Advisor, "market">): Block[] {
  const ids = new Set(rows.map((row) => row.id));
  const inForce = market.catalogue.connections.filter(
    ({ from, since, until }) => ids.has(from) && (since ?? "") <= market.asOf && market.asOf <= (until ?? "9999"),
  );
  return inForce.flatMap((edge): Block[] => {
    if (edge.readings === undefined) return [];
    const { url, readOn, evidence, readings, status } = edge;
    const names = [edge.from, edge.to].map((id) => market.row(id)?.product ?? id);
    return [
      { block: "heading", text: markedOwn(`${names.join(" and ")}: ${status}`, edge.own === true) },
      ...readingsOf({ source: { url, readOn, evidence }, readings }).flatMap((each) =>
        readingBlocks(each, each.says === "source" && market.isStale(edge)),
      ),
    ];
  });
}

/** The same of the prices of a model on the market's day. */
export function rateEvidence(models: readonly string[], { market, rates }: Pick<Advisor, "market" | "rates">): Block[] {
  return models.flatMap((id): Block[] => {
    const [vendor = "", model = ""] = id.split(/:(.*)/);
    const found = rates.find({ vendor, model }, market.asOf);
    if (!("row" in found)) return [];
    const stale = market.isStale(found.row);
    return [
      {
        block: "heading",
        text: markedOwn(`${market.vendorName(vendor)} ${model}: ${rateWords(found.row)}`, found.row.own === true),
      },
      ...readingsOf(found.row).flatMap((each) => readingBlocks(each, each.says === "source" && stale)),
    ];
  });
}

/** Prices for 1M tokens in the order in which vendors print them. */
function rateWords({ input, cached, output }: RateRow): string {
  return `$${input} in, ${cached === null ? "" : `$${cached} cached, `}$${output} out for 1M tokens`;
}

function readingBlocks({ url, on, evidence, says, what, quote, pageDate }: ReadingTold, stale: boolean): Block[] {
  const said = [
    `${saysWords[says]}${evidence === undefined ? "" : ` (${evidenceWords[evidence]})`}.`,
    what,
    quote === undefined ? undefined : `“${quote}”`,
    pageDate === undefined ? undefined : pageWords(pageDate),
  ];
  return [
    { block: "text", text: said.filter((each) => each !== undefined).join(" ") },
    { block: "source", source: { url, readOn: on, stale, ...(evidence === undefined ? {} : { evidence }) } },
  ];
}

function pageWords(day: PlainDate): string {
  return `The page bears the day ${day}.`;
}

const saysWords: Record<"source" | Reading["says"], string> = {
  source: "Counts",
  same: "Confirms it",
  part: "Confirms a part of it",
  adds: "Adds to it",
  differs: "Differs",
};

const evidenceWords: Record<Evidence, string> = {
  official: "the page itself",
  official_copy: "a dated copy of the page",
  quoted_official: "quoted by somebody who read the page",
  third_party: "a third party's account",
  colleague: "a colleague looked at the page",
};
