import { createReadStream } from "node:fs";
import type { Misuse } from "./receive.ts";

/** More than this is no answers file and no text to count. */
const mostBytes = 16_000_000;

/**
 * A file, or the input for `-`, as text. Read piece by piece: a program at the other end of a pipe may be slow. What a
 * person can put right comes back as a sentence.
 */
export async function readText(file: string): Promise<{ text: string } | Misuse> {
  const name = nameOf(file);
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of file === "-" ? process.stdin : createReadStream(file)) {
      bytes += (chunk as Buffer).length;
      if (bytes <= mostBytes) chunks.push(chunk as Buffer);
    }
  } catch (cause) {
    return { misuse: `Cannot read ${name}: ${(cause as NodeJS.ErrnoException).code ?? String(cause)}.` };
  }
  if (bytes > mostBytes)
    return {
      misuse: `${name} has ${Math.ceil(bytes / 1_000_000)} MB, and at most ${mostBytes / 1_000_000} MB are read.`,
    };
  return { text: Buffer.concat(chunks).toString("utf8") };
}

/** The same as JSON. */
export async function readJson(file: string): Promise<{ value: unknown } | Misuse> {
  const read = await readText(file);
  if ("misuse" in read) return read;
  try {
    return { value: JSON.parse(read.text) };
  } catch (cause) {
    return { misuse: `${nameOf(file)} is no JSON: ${(cause as Error).message}.` };
  }
}

function nameOf(file: string): string {
  return file === "-" ? "the input" : file;
}
