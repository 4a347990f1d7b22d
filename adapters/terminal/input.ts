import { createReadStream } from "node:fs";
import { clean } from "#core";
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
  return text === "" ? { misuse: `${begun(nameOf(file))} is empty.` } : { text };
}

/** The same as bytes, at most so many. */
export async function readBytes(file: string, most: number): Promise<{ bytes: Buffer } | Misuse> {
  const name = nameOf(file);
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of file === "-" ? process.stdin : createReadStream(file)) {
      bytes += (chunk as Buffer).length;
      if (bytes > most)
        return { misuse: `${begun(name)} has more than ${most / 1_000_000} MB, which is more than is read.` };
      chunks.push(chunk as Buffer);
    }
  } catch (cause) {
    return { misuse: problemOf(name, cause) };
  }
  return { bytes: Buffer.concat(chunks) };
}

/** The same as JSON. */
export async function readJson(file: string): Promise<{ value: unknown } | Misuse> {
  const read = await readText(file);
  if ("misuse" in read) return read;
  if (read.text.trim() === "") return { misuse: `${begun(nameOf(file))} is empty.` };
  try {
    return { value: JSON.parse(read.text) };
  } catch (cause) {
    return { misuse: clean(`${begun(nameOf(file))} is no JSON: ${(cause as Error).message}.`) };
  }
}

/** Editors and shells of Windows put a mark at the beginning, which also tells how the rest is to be read. */
function decoded(bytes: Buffer): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

function nameOf(file: string): string {
  return file === "-" ? "the input" : clean(file);
}

/** A name as a sentence begins with it. */
function begun(name: string): string {
  return name === "the input" ? "The input" : name;
}

const reasons: Readonly<Record<string, (name: string) => string>> = {
  ENOENT: (name) => `There is no file ${name} here.`,
  ENOTDIR: (name) => `There is no file ${name} here.`,
  EISDIR: (name) => `${name} is a folder, not a file.`,
  EACCES: (name) => `You may not read ${name}. Look at its rights.`,
  EPERM: (name) => `You may not read ${name}. Look at its rights.`,
  ENAMETOOLONG: (name) => `${name.slice(0, 60)} is too long for the name of a file.`,
};

/** Why a file cannot be read, in a sentence. */
function problemOf(name: string, cause: unknown): string {
  const { code = "" } = cause as NodeJS.ErrnoException;
  const says = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  return says?.(name) ?? `${begun(name)} cannot be read${code === "" ? "" : ` (${clean(code)})`}. Try another file.`;
}
