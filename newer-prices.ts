import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Env, Log, OperatorVerb } from "#core";
import type { RateBook } from "#pricing";
import { fetchPrices, PricesError } from "./adapters/prices/index.ts";
import { noneWords, takenWords, updateMessages, priceSettingMessages as words } from "./newer-prices-messages.ts";
import { libraryAddress, libraryRows } from "./pricing/rates/library.ts";
import { type Newer, newerSchema, withNewer } from "./pricing/rates/newer.ts";
import { type Taken, takeNewer } from "./pricing/rates/take-newer.ts";

/** Where newer prices of the library are kept, and where they come from. */
export type PriceSettings = { file: string; url: string };

/** What the settings say of it: null where nothing is to go online, or one line that says what is wrong. */
export function readPriceSettings(env: Env): PriceSettings | null | { problem: string } {
  const [file, url] = [env.AICOST_PRICES, env.AICOST_PRICES_URL];
  if (!file) return url ? { problem: words.noFile } : null;
  const address = url || libraryAddress();
  return isSafe(address) ? { file, url: address } : { problem: words.unsafe(address) };
}

function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || (protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(hostname));
}

/** What was kept; null where nothing was yet; or one line where the file cannot be read. */
export function readKept({ file }: PriceSettings): Newer | null | { problem: string } {
  try {
    return newerSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return null;
    return { problem: words.unread(file, code ?? null) };
  }
}

/**
 * Asks for newer prices of models that `rates` has no rows of its own for, keeps what is believed, and says what changed.
 * Nothing is written before all of it is checked. Throws a `PricesError` where nothing came of it: then everything is as it was.
 */
export async function updatePrices(
  { file, url }: PriceSettings,
  kept: Newer | null,
  on: string,
  signal: AbortSignal,
  rates: Pick<RateBook, "isOwn">,
): Promise<Taken> {
  const content = await fetchPrices(url, signal);
  const taken = takeNewer(content, on, {
    newer: kept,
    rows: withNewer(libraryRows, kept),
    isOurs: (ref) => rates.isOwn(ref, on),
  });
  if ("problem" in taken) throw new PricesError(taken.problem);
  write(file, taken.newer);
  return taken;
}

/** A reader finds the old file or the new one, never half of it, however many processes write. */
function write(file: string, newer: Newer): void {
  const draft = `${file}.${randomUUID()}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, `${JSON.stringify(newer, null, 2)}\n`);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new PricesError(words.unwritten(file, (error as Error).message), { cause: error });
  }
}

/** Where prices come from, and how to ask there once. */
type Asked = {
  prices: PriceSettings | null;
  update(settings: PriceSettings, on: string, signal: AbortSignal): Promise<Taken>;
};

/** Asks once and writes down what came of it. True where an answer was taken: when prices were last read has changed. */
export async function askOnce({ prices, update }: Asked, on: string, signal: AbortSignal, log: Log): Promise<boolean> {
  if (prices === null) return false;
  try {
    log.info(takenWords(await update(prices, on, signal)));
    return true;
  } catch (error) {
    if (!(error instanceof PricesError)) throw error;
    if (!signal.aborted) log.warn(noneWords(error));
    return false;
  }
}

/** The same for whoever types it. */
export function updateVerb({ prices, update }: Asked, today: () => string): OperatorVerb {
  return {
    verb: "update-prices",
    flag: null,
    help: updateMessages.help,
    async run() {
      if (prices === null) return { misuse: updateMessages.notSet };
      try {
        return { text: takenWords(await update(prices, today(), new AbortController().signal)) };
      } catch (error) {
        if (error instanceof PricesError) return { misuse: noneWords(error) };
        throw error;
      }
    },
  };
}
