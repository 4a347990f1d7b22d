import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Block, writeFiles } from "./papers.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A copy of the source in a folder of its own, with the packages of this one. */
export function copySource(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "recipe-"));
  for (const name of ["src", "adapters", "pricing"]) cpSync(join(root, name), join(folder, name), { recursive: true });
  for (const name of readdirSync(root).filter((each) => /^(?!vitest).*\.(ts|mjs|json)$/.test(each)))
    cpSync(join(root, name), join(folder, name));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Does what the blocks of a paper say: writes their files, and changes those that are there. */
export function follow(blocks: readonly Block[], folder: string): void {
  writeFiles(blocks, folder);
  for (const { kind, file, text } of blocks) {
    if (kind !== "diff" || file === null) continue;
    const path = join(folder, file);
    writeFileSync(path, changed(readFileSync(path, "utf8"), text, file));
  }
}

/** A text with a change, as a diff without line numbers writes it. Throws where its place is not there, or not once. */
function changed(text: string, diff: string, file: string): string {
  const lines = diff.trimEnd().split("\n");
  const without = (mark: string) =>
    `${lines
      .filter((line) => !line.startsWith(mark))
      .map((line) => line.slice(1))
      .join("\n")}\n`;
  const parts = text.split(without("+"));
  if (parts.length !== 2)
    throw new Error(`${file}: the place of this change is there ${parts.length - 1} times:\n${diff}`);
  return parts.join(without("-"));
}
