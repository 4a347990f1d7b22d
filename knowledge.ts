import type { Env } from "#core";
import type { Catalogue, RateBook } from "#pricing";
import { CatalogueError } from "./pricing/check-file.ts";
import { openCatalogue, readOwnFiles } from "./pricing/open.ts";
import { noOwnFiles, type OwnFiles } from "./pricing/own.ts";
import { openRates } from "./pricing/rates/open.ts";

/** What stands beside the facts that ship: plain data, which a thread can be given. */
export type Given = { own: OwnFiles };

export const nothingGiven: Given = { own: noOwnFiles };

/** All that is known, and what of it was given by whoever runs the program. */
export type Knowledge = { given: Given; open(): { catalogue: Catalogue; rates: RateBook } };

/** The shipped facts with those that were given. Throws a `CatalogueError` that names file, row and field. */
export function openGiven({ own }: Given): { catalogue: Catalogue; rates: RateBook } {
  const catalogue = openCatalogue(own);
  return { catalogue, rates: openRates(own, catalogue.vendors) };
}

/**
 * What the settings add to the facts that ship, or one line that says what is wrong with it. Somebody's own facts are read
 * and checked once, here, and never sent anywhere; without them nothing is opened before it is needed.
 */
export function readKnowledge(env: Env): Knowledge | { problem: string } {
  const folder = env.AICOST_FACTS;
  if (!folder) return knowledgeOf(nothingGiven);
  try {
    const knowledge = knowledgeOf({ own: readOwnFiles(folder) });
    knowledge.open();
    return knowledge;
  } catch (error) {
    if (error instanceof CatalogueError)
      return { problem: `AICOST_FACTS is ${folder}: ${error.message.replace(/\.$/, "")}.` };
    throw error;
  }
}

function knowledgeOf(given: Given): Knowledge {
  let opened: ReturnType<typeof openGiven> | undefined;
  return {
    given,
    open: () => {
      opened ??= openGiven(given);
      return opened;
    },
  };
}
