import { join } from "node:path";
import { start } from "../wire/program.ts";
import { blocksOf, proseOf } from "./papers.ts";

/** A command as a paper writes it. `shows`: what it prints there; empty where the paper does not say. */
export type Command = { paper: string; line: string; shows: string; fenced: boolean };

/** Every command line of a paper: in its blocks of `sh`, with what it is shown to print, and `npm start ...` in its sentences. */
export function commandsOf(paper: string): Command[] {
  const blocks = blocksOf(paper);
  const fenced = blocks.flatMap(({ kind, text }, place) => {
    if (kind !== "sh") return [];
    const next = blocks[place + 1];
    const shows = next?.kind === "text" && next.file === null && next.after.trim() === "" ? next.text : "";
    const lines = text.trimEnd().split("\n");
    return lines.map((line, at) => ({ paper, line, shows: at === lines.length - 1 ? shows : "", fenced: true }));
  });
  const inline = [...proseOf(paper).matchAll(/`((?:[A-Z_]+=\S+ )*npm start[^`]*|npm (?:ci|test|run)[^`]*)`/g)];
  const sentences = inline.map(([, line = ""]) => line.replaceAll(/\s+/g, " "));
  return [...fenced, ...sentences.map((line) => ({ paper, line, shows: "", fenced: false }))];
}

/** The words of a line as a shell would hand them on. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");

// What papers show was printed on this day.
const dated = new Set(["advise", "estimate", "usage", "compare"]);
function argumentsOf(line: string): { args: string[]; env: Record<string, string> } {
  const [set = "", rest] = line.split("npm start -s -- ");
  if (rest === undefined) throw new Error(`Neither run nor in the list of what is not run: ${line}`);
  const args = wordsOf(rest);
  const asOf = dated.has(args[0] ?? "") && !args.includes("--as-of") ? ["--as-of", "2026-11-21"] : [];
  return { args: [...args, ...asOf], env: Object.fromEntries(wordsOf(set).map((pair) => pair.split("=", 2))) };
}

/** Runs a command of a paper in a folder that has its files; `main`: by a copy of the program. */
export async function done(line: string, folder: string, main?: string): Promise<{ code: number | null; out: string }> {
  const { args, env } = argumentsOf(line);
  const program = start(args, { AICOST_DB: join(folder, "aicost.db"), ...env }, folder, main);
  program.child.stdin?.end();
  return { code: await program.ended, out: program.out() };
}

/** What a paper shows that was not printed, or not in this order; null where all was. `...` stands for lines left out. */
export function missing(shows: string, printed: string): string | null {
  let rest = printed;
  for (const part of shows.split(/^\.\.\.\n/m).map((each) => each.trimEnd())) {
    const at = rest.indexOf(part);
    if (at < 0) return part;
    rest = rest.slice(at + part.length);
  }
  return null;
}
