import type { Advisor } from "../../advice/advise.ts";
import { spell } from "../../market/name-book.ts";
import { wholeName } from "../../market/whole-names.ts";
import type { Token } from "./tokens.ts";
import { resolutions } from "./units.ts";
import { alone, phrases, type Says } from "./vocabulary.ts";

/** What some words of a line mean. `at`: their places; words in between may belong to another piece. */
export type Piece = {
  at: readonly number[];
  says: readonly Says[];
  hints: readonly Says[];
  /** Counts, by question. */
  counts?: readonly (readonly [question: "seats" | "requests_a_day", many: number])[];
  /** Fields of the work, as they would be typed into its page. */
  typed?: readonly (readonly [field: string, line: string])[];
  vendors?: readonly string[];
  model?: string;
  /** The amount in words. */
  amount?: string;
  talk?: boolean;
  unlessCustomers?: boolean;
};

/** What is said by some words that stand side by side, without their places. */
type Meaning = Omit<Piece, "at">;

const longestWindow = 6;

/** The longest run of words from a place on that has a meaning. */
export function longestMeaning(
  tokens: readonly Token[],
  from: number,
  advisor: Advisor,
): { to: number; meaning: Meaning } | undefined {
  return longestRun(tokens, from, longestWindow, (run) => meaningOf(run, tokens, from, advisor));
}

/** The longest run of words from a place on, without marks, of which something is found. */
export function longestRun<T>(
  tokens: readonly Token[],
  from: number,
  most: number,
  find: (run: readonly Token[]) => T | undefined,
): { to: number; meaning: T } | undefined {
  for (let to = Math.min(tokens.length, from + most); to > from; to--) {
    const run = tokens.slice(from, to);
    if (run.some(({ kind }, at) => kind === "mark" && at > 0)) continue;
    const meaning = find(run);
    if (meaning !== undefined) return { to, meaning };
  }
  return undefined;
}

/** A run of words as it is looked up. */
export function tightOf(run: readonly Token[]): string {
  return run.map(({ key }) => key).join("");
}

function meaningOf(
  run: readonly Token[],
  tokens: readonly Token[],
  from: number,
  advisor: Advisor,
): Meaning | undefined {
  if (run[0]?.kind !== "word") return undefined;
  const tight = tightOf(run);
  const isAlone = edge(tokens[from - 1]) && edge(tokens[from + run.length]);
  const phrase = phrases.get(tight) ?? (isAlone ? alone.get(tight) : undefined);
  if (phrase !== undefined) return { hints: [], ...phrase };
  const resolution = resolutions.get(tight);
  if (resolution !== undefined)
    return { says: [], hints: [], typed: [["workload.resolution", resolution]], amount: resolution };
  const words = run.map(({ text }) => text).join(" ");
  const models = modelsOf(advisor).get(spell(words).tight);
  if (models?.length === 1) return { says: [], hints: [], model: models[0] ?? "" };
  const vendors = wholeName(words, advisor.market);
  return vendors === undefined ? undefined : { says: [], hints: jobOf(vendors, advisor), vendors };
}

function edge(token: Token | undefined): boolean {
  return token === undefined || token.kind === "mark";
}

/** A plan is for people, a meter for software, where nothing else is said. */
function jobOf(vendors: readonly string[], { market }: Advisor): readonly Says[] {
  const routes = vendors.map((id) => market.row(id)?.route);
  if (routes.every((route) => route === "app_subscription" || route === "team_workspace")) return [["job", "person"]];
  if (routes.every((route) => route === "api_meter" || route === "usage_package")) return [["job", "code"]];
  return [];
}

const books = new WeakMap<Advisor, ReadonlyMap<string, string[]>>();

/** Models whose price is known on the day, by their exact names with and without the vendor. */
function modelsOf(advisor: Advisor): ReadonlyMap<string, string[]> {
  const known = books.get(advisor);
  if (known !== undefined) return known;
  const { rates, market } = advisor;
  const names = rates.models.flatMap((id) => {
    const [vendor = "", model = ""] = id.split(/:(.*)/);
    if (!("row" in rates.find({ vendor, model }, market.asOf))) return [];
    return [model, id].map((name) => ({ name: spell(name).tight, id }));
  });
  const book = new Map(
    [...Map.groupBy(names, ({ name }) => name)].map(([name, ids]) => [name, ids.map(({ id }) => id)]),
  );
  books.set(advisor, book);
  return book;
}
