import type { Advisor } from "../../advice/advise.ts";
import type { QuestionId } from "../../checklist/ids.ts";
import type { Piece } from "./piece.ts";
import type { Says } from "./vocabulary.ts";

/** What pieces say together. `apart`: pieces that contradict one another or have two readings. */
export type Resolved = { apart: ReadonlySet<Piece>; said: ReadonlyMap<QuestionId, ReadonlySet<string>> };

/**
 * Pieces that agree, and those that do not: all of these are left, as nobody said which of them is meant. Two words for who
 * uses it are both.
 */
export function resolve(pieces: readonly Piece[], advisor: Advisor): Resolved {
  const apart = new Set<Piece>();
  for (;;) {
    const kept = pieces.filter((piece) => !apart.has(piece));
    const wrong = contradicting(kept, advisor);
    if (wrong.length === 0) return { apart, said: together(kept, advisor) };
    for (const piece of wrong) apart.add(piece);
  }
}

function contradicting(kept: readonly Piece[], advisor: Advisor): Piece[] {
  const strong = groups(kept, ({ says }) => says);
  const customers = strong.get("audience")?.has("customers") === true;
  const unclear = kept.filter((piece) => piece.unlessCustomers && customers);
  if (unclear.length > 0) return unclear;
  for (const [question, options] of strong)
    if (options.size > 1 && isSingle(question, advisor) && !isBoth(question, options))
      return kept.filter(({ says }) => says.some(([asked]) => asked === question));
  const vendors = new Set(kept.flatMap((piece) => (piece.vendors ?? []).map((id) => vendorOf(id, advisor))));
  const models = new Set(kept.flatMap(({ model }) => model ?? []));
  const foreign = (model: string) => vendors.size > 0 && !vendors.has(model.split(":")[0] ?? "");
  const stray = kept.filter(({ model }) => model !== undefined && (models.size > 1 || foreign(model)));
  if (stray.length > 0) return stray;
  return twice(kept, ({ typed = [] }) => typed) ?? twice(kept, ({ counts = [] }) => counts) ?? [];
}

/** The pieces that fill one place with different values. */
function twice(
  kept: readonly Piece[],
  of: (piece: Piece) => readonly (readonly [place: string, value: string | number])[],
): Piece[] | undefined {
  const places = Map.groupBy(kept.flatMap(of), ([place]) => place);
  for (const [place, given] of places)
    if (new Set(given.map(([, value]) => value)).size > 1)
      return kept.filter((piece) => of(piece).some(([each]) => each === place));
  return undefined;
}

/** What is said of each question; where nothing is, what is hinted at, if all hints agree. */
function together(kept: readonly Piece[], advisor: Advisor): Map<QuestionId, Set<string>> {
  const said = groups(kept, ({ says }) => says);
  const talks = kept.some(({ talk }) => talk === true) && said.get("audience")?.has("customers") === true;
  const hints = groups(kept, (piece) => [...piece.hints, ...(talks && piece.talk === true ? [chatsForCustomers] : [])]);
  for (const [question, options] of hints)
    if (!said.has(question) && (options.size === 1 || !isSingle(question, advisor))) said.set(question, options);
  const job = said.get("job");
  if (job !== undefined && isBoth("job", job)) said.set("job", new Set(["both"]));
  return said;
}

/** Chats with customers are held by software. */
const chatsForCustomers: Says = ["job", "code"];

function isBoth(question: QuestionId, options: ReadonlySet<string>): boolean {
  return question === "job" && options.has("person") && options.has("code");
}

function isSingle(question: QuestionId, { checklist }: Advisor): boolean {
  return checklist.questions.find(({ id }) => id === question)?.kind.type !== "choices";
}

/** The vendor of a vendor or a product. */
export function vendorOf(id: string, { market }: Advisor): string {
  return market.row(id)?.vendor ?? id;
}

function groups(kept: readonly Piece[], of: (piece: Piece) => readonly Says[]): Map<QuestionId, Set<string>> {
  const found = new Map<QuestionId, Set<string>>();
  for (const [question, option] of kept.flatMap(of))
    found.set(question, (found.get(question) ?? new Set()).add(option));
  return found;
}
