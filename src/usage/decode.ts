// Standard in every runtime and free of any platform, but not among the types that the core is compiled with.
declare const TextDecoder: new (label: string, options?: { fatal: boolean }) => { decode(bytes: Uint8Array): string };

/** Bytes of a file as text. By its mark, else UTF-8; what is no UTF-8 is read as Windows and Latin-1 write it. */
export function decode(bytes: Uint8Array): string {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  // A table or JSON begins with two plain letters: every other byte is empty where the mark was lost.
  if (second === 0 && fourth === 0) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0 && third === 0) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
