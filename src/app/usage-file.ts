import type { PlainDate } from "#pricing";
import type { Who } from "../conversation/bot.ts";
import type { Block } from "../screen/screen.ts";

/** What is kept of a usage export: what is shown of it, and its measured work; null where it counts no tokens of a model. */
export type UsageRead = { blocks: Block[]; work: Record<string, unknown> | null };

/** Reads usage exports beside the event loop: one of 5 MB takes up to two seconds. */
export type UsageReader = {
  /**
   * What `readUsageFile` gives on that day, or a sentence where it takes too long or too many wait. `who` gave it: people take
   * turns. Rejects with nothing but a bug.
   */
  read(bytes: Uint8Array, day: PlainDate, who: string): Promise<UsageRead | { problem: string }>;
};

/**
 * The bytes of a file that somebody handed over on a platform, by the address that the platform gave for it; or a sentence
 * that says why they could not be had, with what to do. Throws nothing for what the world does.
 */
export type FetchFile = (who: Who, address: string) => Promise<{ bytes: Uint8Array } | { problem: string }>;

/** Where a file may be had: https at one of these hosts, or the origin that is set for the platform's API. */
type FilePlace = { address: string; hosts: readonly string[]; apiUrl: string | undefined };

/** Why a file was not had. `cause`: what it was in fact, for the log and not for people. It never names the file. */
export type NotHad = { not: "foreign" | "refused" | "gone" | "too large" | "no answer" | "busy"; cause: string };

/**
 * Fetches a file of at most 5 MB, and never follows to another place: `headers` go to the place that was asked for and to no
 * other. Throws nothing for what the world does.
 */
export type Download = (
  from: FilePlace,
  headers: Readonly<Record<string, string>>,
) => Promise<{ bytes: Uint8Array } | NotHad>;

/** What usage exports are saved as. Other files are what a message may be about, as any text is. */
const endings = /\.(csv|tsv|json|jsonl|ndjson|txt)$/i;

/** The address of the first file on a message that may be a usage export; empty where none is told, null where there is no such file. */
export function exportAmong(files: readonly { name: string | undefined; url: string | undefined }[]): string | null {
  const file = files.find(({ name = "" }) => endings.test(name));
  return file === undefined ? null : (file.url ?? "");
}
