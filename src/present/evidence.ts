import type { Row } from "#pricing";
import type { Advisor } from "../advice/advise.ts";
import { type ReadingTold, readingsOf } from "../market/sources.ts";
import type { Block } from "../screen/screen.ts";
import { markedOwn } from "../screen/source-words.ts";
import { pageBears, pairTitle, rateTitle, readingSays } from "./evidence-messages.ts";

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
      { block: "heading", text: markedOwn(pairTitle(names, status), edge.own === true) },
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
        text: markedOwn(rateTitle(market.vendorName(vendor), model, found.row), found.row.own === true),
      },
      ...readingsOf(found.row).flatMap((each) => readingBlocks(each, each.says === "source" && stale)),
    ];
  });
}

function readingBlocks({ url, on, evidence, says, what, quote, pageDate }: ReadingTold, stale: boolean): Block[] {
  const said = [
    readingSays(says, evidence),
    what,
    quote === undefined ? undefined : `“${quote}”`,
    pageDate === undefined ? undefined : pageBears(pageDate),
  ];
  return [
    { block: "text", text: said.filter((each) => each !== undefined).join(" ") },
    { block: "source", source: { url, readOn: on, stale, ...(evidence === undefined ? {} : { evidence }) } },
  ];
}
