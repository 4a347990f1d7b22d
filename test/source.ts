import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);

/** One file of source: its path from the root of the project, and what it says. */
export type Source = { path: string; text: string };

export function readText(path: string): string {
  return readFileSync(new URL(path, root), "utf8");
}

/** Every TypeScript file under a folder of the project. */
export function sourcesIn(folder: string): Source[] {
  const found = readdirSync(fileURLToPath(new URL(folder, root)), { recursive: true, encoding: "utf8" });
  return found
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".ts"))
    .sort()
    .map((path) => ({ path, text: readText(path) }));
}

/** Every TypeScript file beside `main.ts`: those that know everyone. */
export function sourcesBeside(): Source[] {
  const found = readdirSync(fileURLToPath(root)).filter((name) => name.endsWith(".ts") && !name.includes(".config."));
  return found.sort().map((path) => ({ path, text: readText(path) }));
}

// Comments and quoted texts, so that a sentence about dates is not taken for a clock. Templates hold code and stay.
const saying = /\/\/.*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;

/** The code without its comments and quoted texts. */
export function codeOf(text: string): string {
  return text.replace(saying, (found) => (found.startsWith("/") ? " " : '""'));
}

const importing = [
  // import x from "a"; import type { x } from "a"; export * from "a"; over several lines too.
  /^\s*(?:import|export)\b[^"';]*?\bfrom\s*["']([^"']+)["']/gm,
  /^\s*import\s*["']([^"']+)["']/gm,
  /\b(?:import|require)\s*\(\s*["'`]([^"'`]+)["'`]/g,
];

/** What a file imports, by any form of import. Relative names become paths from the root: `./src/index.ts`. */
export function importsOf({ path, text }: Source): string[] {
  const names = importing.flatMap((form) => [...text.matchAll(form)].map((match) => match[1] ?? ""));
  return names.map((name) => (name.startsWith(".") ? `./${posix.join(posix.dirname(path), name)}` : name));
}
