/** How far into a page its own word on its letters is looked for, as browsers do. In bytes. */
const mostLooked = 1_024;

/** Bytes of a page as text: by their mark, by the header, by the page's own word, else as UTF-8. What fits none is a �. */
export function decode(bytes: Uint8Array, contentType: string): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, mostLooked));
  const said = [markOf(bytes), inHeader(contentType), inPage(head), "utf-8"];
  const decoder = said.flatMap((label) => decoderOf(label) ?? [])[0] ?? new TextDecoder();
  return decoder.decode(bytes);
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

function inHeader(contentType: string): string | undefined {
  return /charset\s*=\s*["']?([^"';\s]+)/i.exec(contentType)?.[1];
}

/** `<meta charset=...>`, or the same inside its older form. */
function inPage(head: string): string | undefined {
  return /<meta[^>]{0,200}?charset\s*=\s*["']?([^"'>;\s/]+)/i.exec(head)?.[1];
}

/** Undefined for a name that stands for no letters: what is said next counts. */
function decoderOf(label: string | undefined): InstanceType<typeof TextDecoder> | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}
