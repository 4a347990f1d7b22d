import { existsSync } from "node:fs";
import { installation, type LocalReading, type NewReading, type Output, type PageReader, StoreError } from "#core";
import { usualFile } from "./adapters/sql/usual-file.ts";
import { localUser } from "./adapters/terminal/index.ts";
import { CatalogueError } from "./pricing/check-file.ts";
import { readingMessages as words } from "./program-messages.ts";
import type { Settings } from "./settings.ts";

/** Whether anything was ever kept: looking makes no database where there is none. One at an address counts as there. */
export function hasStore({ url, file }: Settings["store"]): boolean {
  return url !== undefined || existsSync(file ?? usualFile);
}

/**
 * What was read again on this installation, and by whoever sits at it. Nothing is opened, or made, where nothing was ever kept.
 * A store that cannot be read is told, and the files of the catalogue answer alone.
 */
export async function readingsHere(
  settings: Settings["store"],
  complain: (line: string) => void,
): Promise<readonly LocalReading[]> {
  if (!hasStore(settings)) return [];
  try {
    const { openStore } = await import("./adapters/sql/index.ts");
    const store = await openStore({ ...settings, now: Date.now });
    try {
      const kept = await Promise.all([installation, localUser.tenant].map((tenant) => store.of(tenant).factReadings()));
      return kept.flat();
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    complain(words.leftOut(error.message));
    return [];
  }
}

/** Opens the net for the hosts of these pages, strictly. Loaded only when an operator asks for pages. */
export async function openPages(pages: readonly string[], version: string): Promise<PageReader> {
  const { openReader, strictPolicy } = await import("./adapters/web/index.ts");
  return openReader(strictPolicy(new Set(pages.map((page) => new URL(page).host)), version));
}

/** Proposes readings as a change to the files of the catalogue; a sentence where they cannot take them. */
export async function propose(readings: readonly NewReading[]): Promise<Output> {
  const { writeReadings } = await import("./pricing/write-readings.ts");
  try {
    const files = writeReadings(new URL("pricing/", import.meta.url), readings);
    return { text: wrote(files) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!(error instanceof CatalogueError) && code === undefined) throw error;
    return { misuse: words.notWritten(message) };
  }
}

function wrote(files: readonly string[]): string {
  if (files.length === 0) return words.unchanged;
  return words.written(files.map((file) => `pricing/${file}`));
}
