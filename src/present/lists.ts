import type { Block } from "../screen/screen.ts";
import { andMore } from "./messages.ts";

const mostShown = 12;

/** A heading and its sentences; nothing where there are none. A long list is cut with a count: the JSON has it whole. */
export function listBlocks(heading: string, texts: readonly string[]): Block[] {
  if (texts.length === 0) return [];
  const shown = texts.length <= mostShown ? texts : [...texts.slice(0, mostShown), andMore(texts.length - mostShown)];
  return [{ block: "heading", text: heading }, ...shown.map((text): Block => ({ block: "text", text }))];
}
