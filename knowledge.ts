import type { Env } from "#core";
import type { Catalogue, RateBook } from "#pricing";
import { type PriceSettings, readKept, readPriceSettings, updatePrices } from "./newer-prices.ts";
import { CatalogueError } from "./pricing/check-file.ts";
import { openCatalogue, readOwnFiles } from "./pricing/open.ts";
import { noOwnFiles, type OwnFiles } from "./pricing/own.ts";
import type { Newer } from "./pricing/rates/newer.ts";
import { openRates } from "./pricing/rates/open.ts";
import type { Taken } from "./pricing/rates/take-newer.ts";
import { settingMessages } from "./program-messages.ts";

/** What stands beside the facts that ship: plain data, which a thread can be given. */
export type Given = { own: OwnFiles; newer: Newer | null };

export const nothingGiven: Given = { own: noOwnFiles, newer: null };

type Opened = { catalogue: Catalogue; rates: RateBook };

/** All that is known, and what of it was given by whoever runs the program. */
export type Knowledge = {
  given(): Given;
  open(): Opened;
  /** Where newer prices come from; null where they are never asked for. */
  prices: PriceSettings | null;
  /** Asks for newer prices once: `given` and `open` know them from then on. Throws a `PricesError` where nothing came of it. */
  update(settings: PriceSettings, on: string, signal: AbortSignal): Promise<Taken>;
};

/** The shipped facts with those that were given. Throws a `CatalogueError` that names file, row and field. */
export function openGiven({ own, newer }: Given): Opened {
  const catalogue = openCatalogue(own);
  return { catalogue, rates: openRates(own, catalogue.vendors, newer) };
}

/**
 * What the settings add to the facts that ship, or one line that says what is wrong with it. Somebody's own facts are read
 * and checked once, here, and never sent anywhere; without them nothing is opened before it is needed.
 */
export function readKnowledge(env: Env): Knowledge | { problem: string } {
  const prices = readPriceSettings(env);
  if (prices !== null && "problem" in prices) return prices;
  const newer = prices === null ? null : readKept(prices);
  if (newer !== null && "problem" in newer) return newer;
  const folder = env.AICOST_FACTS;
  if (!folder) return knowledgeOf({ own: noOwnFiles, newer }, prices);
  try {
    const knowledge = knowledgeOf({ own: readOwnFiles(folder), newer }, prices);
    knowledge.open();
    return knowledge;
  } catch (error) {
    if (error instanceof CatalogueError)
      return { problem: settingMessages.facts(folder, error.message.replace(/\.$/, "")) };
    throw error;
  }
}

function knowledgeOf(first: Given, prices: PriceSettings | null): Knowledge {
  let given = first;
  let opened: Opened | undefined;
  return {
    given: () => given,
    open: () => {
      opened ??= openGiven(given);
      return opened;
    },
    prices,
    async update(settings, on, signal) {
      opened ??= openGiven(given);
      const { catalogue, rates } = opened;
      const taken = await updatePrices(settings, given.newer, on, signal, rates);
      given = { ...given, newer: taken.newer };
      opened = { catalogue, rates: openRates(given.own, catalogue.vendors, given.newer) };
      return taken;
    },
  };
}
