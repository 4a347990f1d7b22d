import type { PlainDate } from "#pricing";
import type { Market } from "../market/market.ts";
import { type PageFact, pageFacts } from "../market/page-facts.ts";
import { judgePage, soughtWords, type Verdict } from "../market/page-verdict.ts";
import { installation, type Moment } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import type { PageRead, PageReader } from "./page-reader.ts";

/** What was found of one fact: on its page, or why the page could not be read. */
export type CheckedFact = { fact: PageFact; found: Verdict | Exclude<PageRead, { text: string }> };

export type CheckPorts = {
  reader: PageReader;
  store: Store;
  today: PlainDate;
  now: () => Moment;
  /** Told before each page is read. */
  progress: (url: string, at: number, of: number) => void;
};

/**
 * Reads the pages of stale facts again, of one vendor or of all, each page once and one after another. What still stands
 * there is kept as read today, for this installation; nothing else is, and no price changes. What a program cannot look for
 * is not fetched: it is to be read by hand.
 */
export async function checkFacts(market: Market, vendor: string | null, ports: CheckPorts): Promise<CheckedFact[]> {
  const stale = pageFacts(market).filter(
    (fact) => market.isStale(fact) && (vendor === null || fact.vendor === vendor) && isOfficial(fact),
  );
  const sought = stale.filter((fact) => soughtWords(fact).length > 0);
  const pages = [...Map.groupBy(sought, ({ url }) => url)];
  const checked: CheckedFact[] = [];
  for (const [at, [url, facts]] of pages.entries()) {
    ports.progress(url, at + 1, pages.length);
    const read = await ports.reader.read(url);
    for (const fact of facts) {
      const found = "text" in read ? judgePage(read.text, fact, market) : read;
      if ("is" in found && found.is === "there") await keep(fact, found.quote, ports);
      checked.push({ fact, found });
    }
  }
  const byHand = stale.filter((fact) => !sought.includes(fact));
  return [...checked, ...byHand.map((fact): CheckedFact => ({ fact, found: { is: "by hand" } }))];
}

/** What only a third party tells of has no page of the vendor, and where somebody's own facts come from is theirs to know. */
function isOfficial({ row, edge }: PageFact): boolean {
  return row?.own !== true && edge?.own !== true && edge?.evidence !== "third_party";
}

/** The pages of the vendors, on whose hosts facts may be read. */
export function officialPages(market: Market): string[] {
  const official = pageFacts(market).filter(isOfficial);
  return [...new Set(official.map(({ url }) => url))];
}

async function keep({ key }: PageFact, quote: string, { store, today, now }: CheckPorts): Promise<void> {
  await store.of(installation).keepFactReading({
    ...{ fact: key, on: today, says: "same", evidence: "official", value: quote, owner: null },
    at: now(),
  });
}
