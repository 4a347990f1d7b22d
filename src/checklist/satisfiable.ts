import { type Condition, leaves } from "./condition.ts";
import { and, not, type Truth } from "./truth.ts";

/** A chosen set of options stands for an answer: `other` for all that the condition does not name. */
type Guess = Map<string, string[] | boolean>;

/**
 * Whether some answers, and some state of the catalogue, make an expanded condition true. Catalogue facts, vendors and
 * signs count as free: whether they can occur together is theirs to show.
 */
export function satisfiable(expanded: Condition): boolean {
  const variables = variablesOf(expanded);
  // A question stands behind what it is asked if: taken first, an answer that contradicts that ends the search at once.
  const names = [...variables.keys()].reverse();
  const search = (guess: Guess, next: number): boolean => {
    const truth = judge(expanded, guess);
    if (truth !== undefined) return truth;
    const name = names[next];
    if (name === undefined) return false;
    return (variables.get(name) ?? []).some((value) => {
      guess.set(name, value);
      const found = search(guess, next + 1);
      if (!found) guess.delete(name);
      return found;
    });
  };
  return search(new Map(), 0);
}

function variablesOf(condition: Condition): Map<string, (string[] | boolean)[]> {
  const options = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  const variables = new Map<string, (string[] | boolean)[]>();
  for (const leaf of leaves(condition)) {
    const name = nameOf(leaf);
    if (name === undefined) continue;
    if ("question" in leaf) {
      const named = options.get(name) ?? new Set<string>();
      if ("options" in leaf) for (const option of leaf.options) named.add(option);
      options.set(name, named);
      if (leaf.is === "gte") counts.set(name, Math.max(leaf.value, counts.get(name) ?? 0));
    } else variables.set(name, [true, false]);
  }
  for (const [name, named] of options) {
    const singles = [...named].map((option) => [option]);
    const many = Array.from({ length: counts.get(name) ?? 2 }, (_, at) => `other ${at}`);
    variables.set(name, [...singles, ["other"], [...named, ...many], []]);
  }
  return variables;
}

function nameOf(leaf: Condition): string | undefined {
  switch (leaf.is) {
    case "eq":
    case "has":
    case "gte":
    case "known":
      return leaf.question;
    case "vendor":
      return `vendor ${leaf.vendor}`;
    case "fact":
      return `fact ${leaf.name}`;
    case "workload":
    case "words":
      return `sign ${leaf.sign}`;
    case "all":
    case "any":
    case "not":
    case "always":
    case "derived":
    case "listed":
    case "routed":
    case "explain":
      return undefined;
  }
}

function judge(condition: Condition, guess: Guess): Truth {
  switch (condition.is) {
    case "all":
      return condition.of.reduce<Truth>((so, each) => (so === false ? false : and(so, judge(each, guess))), true);
    case "any":
      return not(
        condition.of.reduce<Truth>((so, each) => (so === false ? false : and(so, not(judge(each, guess)))), true),
      );
    case "not":
      return not(judge(condition.of, guess));
    case "always":
    case "explain":
      return true;
    case "eq":
    case "has":
    case "gte":
    case "known":
    case "vendor":
    case "fact":
    case "workload":
    case "words":
      return judgeLeaf(condition, guess.get(nameOf(condition) ?? ""));
    case "derived":
    case "listed":
    case "routed":
      throw new Error(`${condition.is} is a name: expand the condition first`);
  }
}

function judgeLeaf(leaf: Condition, value: string[] | boolean | undefined): Truth {
  if (value === undefined || typeof value === "boolean") return value;
  if (leaf.is === "known") return value.length > 0;
  if (value.length === 0) return undefined;
  if (leaf.is === "gte") return value.length >= leaf.value;
  if (leaf.is === "eq") return value.length === 1 && leaf.options.includes(value[0] ?? "");
  return leaf.is === "has" && leaf.options.some((option) => value.includes(option));
}
