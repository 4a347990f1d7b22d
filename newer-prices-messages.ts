import { clean, dayWords } from "#core";
import { type Newer, updateOf } from "./pricing/rates/newer.ts";
import type { Taken } from "./pricing/rates/take-newer.ts";

/** What is wrong with the settings of newer prices, or with the file that keeps them. */
export const priceSettingMessages = {
  noFile: "AICOST_PRICES is missing beside AICOST_PRICES_URL: the file to keep newer prices in.",
  unsafe: (address: string) =>
    `AICOST_PRICES_URL is "${address}": an https address is needed, or http on this machine.`,
  /** `code`: of the system; null where the file was read and makes no sense. */
  unread: (file: string, code: string | null) =>
    `AICOST_PRICES is ${file}, which ${code === null ? "is not as it was written. Delete it: it is made anew." : `cannot be read (${code}).`}`,
  unwritten: (file: string, why: string) => `${file} cannot be written: ${why}`,
} as const;

/** The verb that asks for newer prices. */
export const updateMessages = {
  help: "asks for newer prices of models, where AICOST_PRICES is set",
  notSet: "AICOST_PRICES is not set: name a file for newer prices, such as AICOST_PRICES=data/prices.json.",
} as const;

/** Why everything stays as it is. */
export function noneWords({ message }: Error): string {
  return `There are no newer prices, so what is known stays: ${message}.`;
}

/** `Prices of 3 models updated 21 Nov 2026 from the price data of genai-prices: ...`, and what was not taken. */
export function takenWords({ newer, changed, added, gone }: Taken): string {
  const all = [...changed, ...added];
  const refused = newer.refused.map(({ model, why }) => `${model} (${whyWords[why]})`);
  return [
    all.length === 0
      ? `No price changed in the price data of genai-prices on ${dayWords(newer.readOn)}.`
      : `Prices of ${counted(all.length)} updated ${dayWords(newer.readOn)} from the price data of genai-prices: ${list(all)}.`,
    ...(refused.length === 0 ? [] : [`Not taken: ${list(refused)}.`]),
    ...(gone.length === 0 ? [] : [`No longer named, so the last price stays and ages: ${list(gone)}.`]),
  ].join(" ");
}

/** The same of what is kept, for whoever looks later. */
export function keptWords(newer: Newer | null): string {
  if (newer === null) return "not asked for yet: serve asks once a day, update-prices at once";
  const { changed, refused } = updateOf(newer);
  return [
    `the price data of genai-prices, read ${dayWords(newer.readOn)}`,
    ...(changed === null ? [] : [`prices of ${counted(changed.models.length)} updated ${dayWords(changed.on)}`]),
    ...(refused.length === 0 ? [] : [`not taken: ${list(refused)}`]),
  ].join("; ");
}

const whyWords: Record<Newer["refused"][number]["why"], string> = {
  jump: "its price jumps",
  implausible: "no price of a model",
  name: "two models have its name",
};

const mostNamed = 20;

function list(names: readonly string[]): string {
  const rest = names.length - mostNamed;
  return clean(`${names.slice(0, mostNamed).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`);
}

function counted(models: number): string {
  return models === 1 ? "1 model" : `${models} models`;
}
