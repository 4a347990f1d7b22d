import type { Tier, UsedTokens } from "./usage.ts";

/** What a vendor's description of a charge says of it. `part`: null where no tokens of text are counted. */
export type Sku = { model: string | null; part: keyof UsedTokens | null; tier: Tier; long: boolean };

const gemini = /\bgemini[\s-]+(?:api[\s-]+)?(\d+(?:\.\d+)?)[\s-]+(flash[\s-]lite|flash|pro|ultra|nano|argon|carbon)\b/i;
const claude = /\bclaude[\s-]+(opus|sonnet|haiku|fable)[\s-]+(\d+(?:[.-]\d{1,2})?)\b/i;
const gpt = /\b(?:gpt-\d[\w.]*(?:-[a-z][\w.]*)*|o[1-9](?:-(?:mini|pro))?)\b/i;
/** Counted in tokens too, at prices of their own. */
const otherThanText = /\b(image|audio|video|embed\w*|live|tts|storage|grounding|search|tuning|imagen|veo)\b/i;

const known = new Map<string, Sku>();

/** The same, read once for each of the few descriptions that a file repeats. */
export function readSku(text: string): Sku {
  const sku = known.get(text) ?? skuOf(text);
  // Only a memory, bounded.
  if (known.size >= 1_000) known.clear();
  known.set(text, sku);
  return sku;
}

/** Reads a description such as `Generate content input token count gemini 2.5 flash short input text`. */
function skuOf(text: string): Sku {
  return {
    model: modelIn(text),
    part: otherThanText.test(text) ? null : partIn(text),
    tier: /\bbatch\b/i.test(text)
      ? "batch"
      : /\bflex\b/i.test(text)
        ? "flex"
        : /\bpriority\b/i.test(text)
          ? "priority"
          : "standard",
    long: /\blong (input|output|context)\b|> ?200k/i.test(text),
  };
}

function modelIn(text: string): string | null {
  const [, version, size] = gemini.exec(text) ?? [];
  if (version !== undefined && size !== undefined) return `gemini-${version}-${size.toLowerCase().replace(/\s/g, "-")}`;
  const [, family, number] = claude.exec(text) ?? [];
  if (family !== undefined && number !== undefined) return `claude-${family.toLowerCase()}-${number.replace(".", "-")}`;
  return gpt.exec(text)?.[0].toLowerCase() ?? null;
}

/** Output first: a description of output may name the length of the input it belongs to. */
function partIn(text: string): keyof UsedTokens | null {
  if (/cache[\s_-]?(write|creation)/i.test(text)) return /\b(1h|1 hour|hour)\b/i.test(text) ? "write1h" : "write5m";
  if (/cach/i.test(text)) return "cached";
  if (/output|response/i.test(text)) return "output";
  return /input|prompt/i.test(text) ? "input" : null;
}
