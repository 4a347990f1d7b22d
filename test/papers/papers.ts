import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readText } from "../source.ts";

/** A fenced block of a paper: ```` ```kind file ````. `file` is the file that it is, or changes; null where it names none. */
export type Block = { paper: string; kind: string; file: string | null; text: string; after: string };

/** The README and every paper beside it. */
export const papers: readonly string[] = [
  "README.md",
  ...readdirSync(fileURLToPath(new URL("../../docs", import.meta.url)))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** The papers that change the source: `recipes.test.ts` does what they say in a copy of it, commands too. */
export const recipes = [
  "docs/add-a-question.md",
  "docs/add-a-rule.md",
  "docs/add-a-vendor.md",
  "docs/add-an-end.md",
] as const;

/** The fenced blocks of a paper in their order. `after`: what stands between a block and the one before it. */
export function blocksOf(paper: string): Block[] {
  const text = readText(paper);
  let end = 0;
  return [...text.matchAll(/^( *)```([a-z]*)(?: (\S+))?\n([\s\S]*?)^ *```$/gm)].map((match) => {
    const [whole, indent = "", kind = "", file = null, body = ""] = match;
    const after = text.slice(end, match.index);
    end = match.index + whole.length;
    return { paper, kind, file, text: body.replaceAll(new RegExp(`^${indent}`, "gm"), ""), after };
  });
}

/** What a paper says outside of its blocks. */
export function proseOf(paper: string): string {
  return readText(paper).replaceAll(/^ *```[\s\S]*?^ *```$/gm, "");
}

/** Writes the files that blocks are into a folder, as the reader of the paper would. */
export function writeFiles(blocks: readonly Block[], folder: string): void {
  for (const { file, kind, text } of blocks) {
    if (file === null || kind === "diff") continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}
