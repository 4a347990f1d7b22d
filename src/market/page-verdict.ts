import { mostQuoted, type Row, wordStarts } from "#pricing";
import type { Market } from "./market.ts";
import type { PageFact } from "./page-facts.ts";
import { figuresOf, type PageFigure } from "./page-figures.ts";
import { around, findBeginning, findName, findQuote, lower, type Span, tidy } from "./page-words.ts";

/** What a page says now of what was read there. */
export type Verdict =
  /** All of it stands there. `quote`: the words that show it, as they stand there. */
  | { is: "there"; quote: string }
  /** `missing`: what is looked for and not found. `now`: the words that stand in its place; null where nothing of it is left. */
  | { is: "changed"; missing: string[]; now: string | null }
  /** Nothing is kept that a program can look for: somebody has to read the page. */
  | { is: "by hand" };

/** What is looked for on the page of a fact: its own words, or else its figures, each for people. */
export function soughtWords({ quote, row }: PageFact): string[] {
  if (quote !== null) return [`"${quote}"`];
  return row === null ? [] : figuresOf(row).map(({ words }) => words);
}

/**
 * Whether a page still says what was read there: the quote that was kept, or, where there is none, every figure of the row
 * behind the name of its product. A figure behind another product of the vendor is not this one's. Pure: it knows nothing
 * of the net.
 */
export function judgePage(text: string, fact: PageFact, market: Market): Verdict {
  const page = tidy(text);
  if (fact.quote !== null) {
    const found = findQuote(page, fact.quote);
    if (found !== null) return { is: "there", quote: quoted(page, found) };
    const near = findBeginning(page, fact.quote) ?? findName(page, fact.name, 1)[0];
    return { is: "changed", missing: soughtWords(fact), now: near === undefined ? null : around(page, near) };
  }
  if (fact.row === null) return { is: "by hand" };
  const [main, ...rest] = figuresOf(fact.row);
  if (main === undefined) return { is: "by hand" };
  const siblings = siblingNames(fact.row, market);
  const names = namesOf(fact.row.product).filter((name) => !siblings.includes(name));
  return judgeFigures(
    page,
    names,
    [main, ...rest],
    siblings.filter((name) => !names.includes(name)),
  );
}

/** How far behind a name its figures may stand, in characters. */
const reach = 600;

function judgeFigures(
  page: string,
  names: readonly string[],
  figures: readonly [PageFigure, ...PageFigure[]],
  siblings: readonly string[],
): Verdict {
  const text = lower(page);
  const borders = siblings.flatMap((name) => findName(page, name)).map(({ from }) => from);
  const windows = names
    .flatMap((name) => findName(page, name))
    .map(({ from, to }): Span => ({ from, to: Math.min(...borders.filter((at) => at >= to), from + reach) }));
  const find = ({ from, to }: Span, { pattern }: PageFigure) => pattern.exec(text.slice(from, to));
  const [main, ...rest] = figures;
  const home = windows.find((window) => find(window, main) !== null);
  const missing = [
    ...(home === undefined ? [main] : []),
    ...rest.filter((figure) => windows.every((window) => find(window, figure) === null)),
  ].map(({ words }) => words);
  const widest = windows.toSorted((one, other) => other.to - other.from - (one.to - one.from))[0];
  const shown = home ?? widest;
  if (home === undefined || missing.length > 0)
    return {
      is: "changed",
      missing,
      now: shown === undefined ? null : around(page, { from: shown.from, to: shown.from + 1 }),
    };
  const [at = "", index = 0] = [find(home, main)?.[0], find(home, main)?.index];
  return { is: "there", quote: quoted(page, { from: home.from, to: home.from + index + at.length }) };
}

/** The other products of the vendor: what stands behind their names is theirs. */
function siblingNames({ product, vendor }: Row, market: Market): string[] {
  const others = market.rowsOf(vendor).map((row) => namesOf(row.product));
  return others.filter(([whole]) => whole !== namesOf(product)[0]).flat();
}

/** A product as pages call it: without what explains it, and without its first words, which may be the vendor's. */
function namesOf(product: string): string[] {
  const words = lower(tidy(product.replace(/\s*\([^)]*\)/g, ""))).split(" ");
  return words.map((_, at) => words.slice(at).join(" ")).filter((name, at) => at === 0 || name.length > 1);
}

/** The words of a place as a reading may keep them: where they are too many, the last ones, in which the figure stands. */
function quoted(page: string, { from, to }: Span): string {
  const said = page.slice(from, to);
  const starts = wordStarts(said);
  return said.slice(starts.length > mostQuoted ? starts.at(-mostQuoted) : 0).trim();
}
