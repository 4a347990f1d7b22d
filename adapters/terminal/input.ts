import { createReadStream } from "node:fs";
import { clean } from "#core";
import { inputWords, fileMessages as messages, readReasons } from "./file-messages.ts";
import type { Misuse } from "./receive.ts";

/** More than this is no answers file and no text to count. */
const mostBytes = 16_000_000;

/**
 * A file, or the input for `-`, as text, without a byte order mark. Read piece by piece, for a program at the other end of
 * a pipe may be slow, and no further than the limit, for it may never end. What a person can put right comes back as a
 * sentence; nothing at all is one of these things.
 */
export async function readText(file: string): Promise<{ text: string } | Misuse> {
  const read = await readBytes(file, mostBytes);
  if ("misuse" in read) return read;
  const text = decoded(read.bytes);
  return text === "" ? { misuse: messages.empty(begun(file)) } : { text };
}

/** The same as bytes, at most so many. */
export async function readBytes(file: string, most: number): Promise<{ bytes: Buffer } | Misuse> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of file === "-" ? process.stdin : createReadStream(file)) {
      bytes += (chunk as Buffer).length;
      if (bytes > most) return { misuse: messages.tooLarge(begun(file), most / 1_000_000) };
      chunks.push(chunk as Buffer);
    }
  } catch (cause) {
    return { misuse: problemOf(file, cause) };
  }
  return { bytes: Buffer.concat(chunks) };
}

/** The same as JSON. */
export async function readJson(file: string): Promise<{ value: unknown } | Misuse> {
  const read = await readText(file);
  if ("misuse" in read) return read;
  if (read.text.trim() === "") return { misuse: messages.empty(begun(file)) };
  try {
    return { value: JSON.parse(read.text) };
  } catch (cause) {
    return { misuse: clean(messages.noJson(begun(file), (cause as Error).message)) };
  }
}

/** Editors and shells of Windows put a mark at the beginning, which also tells how the rest is to be read. */
function decoded(bytes: Buffer): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

/** A file as it is called within a sentence. */
function nameOf(file: string): string {
  return file === "-" ? inputWords.within : clean(file);
}

/** The same as a sentence begins with it. */
function begun(file: string): string {
  return file === "-" ? inputWords.first : clean(file);
}

/** Why a file cannot be read, in a sentence. */
function problemOf(file: string, cause: unknown): string {
  const { code = "" } = cause as NodeJS.ErrnoException;
  const says = Object.hasOwn(readReasons, code) ? readReasons[code] : undefined;
  return says?.(nameOf(file)) ?? messages.unread(begun(file), clean(code));
}
