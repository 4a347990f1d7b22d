import type { Comparison, Way } from "../advice/compare/comparison.ts";
import { dayWords } from "../market/days.ts";
import type { Market } from "../market/market.ts";
import type { SourceRead } from "../market/sources.ts";
import { dollars, moneyWords } from "../quantity/amounts.ts";
import type { Block } from "../screen/screen.ts";
import { ownFigure } from "../screen/source-words.ts";
import { columns, headings, pieceWords, placeWords, compareMessages as words } from "./compare-messages.ts";
import { reasonFacts } from "./compare-reasons.ts";
import { workBlocks } from "./work-words.ts";

/** More priced options than this are cut down to the cheapest of each vendor. */
const mostRows = 20;

/** A comparison as a person reads it: the answer, the table, then who has no price and who cannot do it, with reasons. */
export function compareBlocks(comparison: Comparison, market: Market): Block[] {
  const { ways, catalogue, per, workload } = comparison;
  const priced = ways.filter(({ usd }) => usd !== null);
  const shown = priced.length > mostRows ? cheapestOfEach(priced) : priced;
  const text = isText(comparison);
  return [
    { block: "heading", text: words.title },
    // A text is read with a model; which one makes no difference to what it says.
    ...workBlocks(text ? { ...workload, model: "any:model" } : workload),
    { block: "text", text: answerOf(comparison, market) },
    ...(shown.length === 0 ? [] : [tableOf(shown, comparison, market)]),
    ...(shown.some(({ fit }) => fit === "unconfirmed") ? [quiet(words.confirmWith)] : []),
    ...(shown.length < priced.length ? [quiet(words.leftOut(priced.length - shown.length))] : []),
    ...reasonBlocks("unpriced", comparison, market),
    ...reasonBlocks("cannot", comparison, market),
    ...(ways.some((way) => way.usd === null && !isSaid(way, comparison)) ? [quiet(words.otherProducts)] : []),
    quiet(
      [
        words.alternatives,
        ...(text ? [words.sameTokens] : per === "month" ? [words.wholePlan] : []),
        ...(shown.some(({ place }) => place === "strongest") ? [words.strongest] : []),
      ].join(" "),
    ),
    ...sourcesOf(priced.length === 0 ? ways : shown),
    quiet(words.asOf(dayWords(catalogue.asOf))),
  ];
}

function isText({ workload }: Comparison): boolean {
  return workload.kind === "text" || workload.kind === "usage";
}

function quiet(text: string): Block {
  return { block: "quiet", text };
}

function answerOf(comparison: Comparison, market: Market): string {
  const { ways, piece, per } = comparison;
  const best = ways.find(({ usd }) => usd !== null);
  if (best?.usd == null) return words.nothingPriced;
  const total = words.totalPer(moneyWords(best.usd), per);
  const one = per === "request" || best.perPiece === null ? "" : words.perPiece(dollars(best.perPiece), unit(piece));
  const say = isText(comparison) ? words.cheapestText : best.fit === "fits" ? words.cheapest : words.cheapestToConfirm;
  return say(nameOf([{ ...best, place: null }], comparison, market), total, one);
}

function unit(piece: Comparison["piece"]): string {
  return pieceWords[piece].toLowerCase();
}

/** The cheapest option of each vendor that is known to fit, and the cheapest that is to be confirmed. */
function cheapestOfEach(priced: readonly Way[]): Way[] {
  const first = new Map<string, Way>();
  for (const way of priced) {
    const key = `${way.fit} ${way.vendor}`;
    if (!first.has(key)) first.set(key, way);
  }
  return [...first.values()];
}

function tableOf(ways: readonly Way[], comparison: Comparison, market: Market): Block {
  const { piece, per } = comparison;
  const fits = isText(comparison) ? "" : words.fits;
  // Models that one product sells for one price stand in one row.
  const rows = [...Map.groupBy(ways, (way) => rowKey(way, fits)).values()];
  const said = rows.map(([way]) => (way === undefined ? "" : remarksOf(way, fits)));
  const isPlain = said.every((each) => each === fits);
  const isRequest = per === "request";
  return {
    block: "table",
    columns: [
      columns.option,
      isRequest ? columns.request : columns.month,
      ...(isRequest ? [] : [pieceWords[piece]]),
      ...(isPlain ? [] : [columns.notes]),
    ],
    rows: rows.map((alike, at) => [
      nameOf(alike, comparison, market),
      alike[0]?.usd == null ? "" : moneyWords(alike[0].usd),
      ...(isRequest ? [] : [alike[0]?.perPiece == null ? "" : dollars(alike[0].perPiece)]),
      ...(isPlain ? [] : [said[at] ?? ""]),
    ]),
  };
}

function rowKey(way: Way, fits: string): string {
  const { row, form, place, model, usd } = way;
  const own = form === null && place === null ? "" : [model, form, place].join();
  return JSON.stringify([row, own, usd, remarksOf(way, fits)]);
}

/** Product, models, form, and the place of a model among its vendor's. Text is bought by the model: its vendor is enough. */
function nameOf(alike: readonly Way[], comparison: Comparison, market: Market): string {
  const [first] = alike;
  if (first === undefined) return "";
  const seller = isText(comparison) ? market.vendorName(first.vendor) : first.product;
  const models = alike.flatMap(({ model }) => model ?? []);
  const name = [seller, words.either(models), first.form].filter((part) => part != null).join(", ");
  return first.place === null ? name : `${name} (${placeWords[first.place]})`;
}

/** Whether it fits, and what to know of its price. */
function remarksOf({ fit, unconfirmed, notes, sources }: Way, fits: string): string {
  const stale = sources.find((source) => source.stale);
  return [
    fit === "unconfirmed" ? words.confirm(unconfirmed) : fits,
    ...notes,
    ...(sources.some(({ own }) => own) ? [ownFigure] : []),
    ...(stale === undefined ? [] : [stale.readOn === null ? words.neverRead : words.stale(dayWords(stale.readOn))]),
  ]
    .filter((part) => part !== "")
    .join("; ");
}

/** Whether the reason of an option is told: where no vendor was named, only for vendors that have no other. */
function isSaid({ vendor }: Way, { ways, vendors }: Comparison): boolean {
  return vendors.length > 0 || !ways.some((way) => way.vendor === vendor && way.usd !== null);
}

function reasonBlocks(fit: "unpriced" | "cannot", comparison: Comparison, market: Market): Block[] {
  const some = comparison.ways.filter((way) => way.fit === fit && isSaid(way, comparison));
  if (some.length === 0) return [];
  return [
    { block: "heading", text: headings[fit] },
    { block: "facts", facts: reasonFacts(some, comparison.ways, market) },
  ];
}

function sourcesOf(ways: readonly Way[]): Block[] {
  const read = new Map<string, SourceRead>();
  for (const { sources } of ways) for (const source of sources) read.set(`${source.url} ${source.readOn}`, source);
  return [...read.values()].map((source): Block => ({ block: "source", source }));
}
