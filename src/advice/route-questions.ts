import type { Answers } from "../checklist/answers.ts";
import type { Checklist } from "../checklist/checklist.ts";
import { type Condition, leaves } from "../checklist/condition.ts";
import { derivedConditions } from "../checklist/derived.ts";
import { expand } from "../checklist/expand.ts";
import { type FactId, type QuestionId, questionIds } from "../checklist/ids.ts";
import type { Market } from "../market/market.ts";
import { sellsPackages } from "./facts.ts";
import { Situation } from "./situation.ts";

/**
 * A question that can change a route. Options that no step of the decision tells apart are of one class; one answer of
 * each class stands for the others, so that what is possible can be found out by trying few answers.
 */
export type RouteQuestion = {
  id: QuestionId;
  many: boolean;
  options: readonly string[];
  stands: readonly (string | string[] | number)[];
  /** The class of an answer; empty when there is none. Answers of one class decide alike. */
  classOf(answers: Answers): string;
};

/** The questions that the route decision reads, in the checklist's order. */
export function routeQuestions(checklist: Checklist, market: Market): RouteQuestion[] {
  const names = { questions: checklist.questions, steps: checklist.steps, derived: derivedConditions };
  const read = checklist.steps.flatMap((step) => leaves(expand(step.if, names)));
  return questionIds.flatMap((id): RouteQuestion[] => {
    if (id === "vendor") return [vendorQuestion(checklist, market)];
    const kind = checklist.questions.find((question) => question.id === id)?.kind;
    if (kind?.type === "count") return countQuestion(id, read);
    if (kind?.type !== "choice" && kind?.type !== "choices") return [];
    const sets = read.flatMap((leaf) =>
      (leaf.is === "eq" || leaf.is === "has") && leaf.question === id ? [leaf.options] : [],
    );
    if (sets.length === 0) return [];
    const options = kind.options.map((option) => option.id);
    const classes = new Map(
      options.map((option) => [option, sets.map((set) => (set.includes(option) ? 1 : 0)).join("")]),
    );
    const many = kind.type === "choices";
    const firsts = options.filter(
      (option, at) => options.findIndex((each) => classes.get(each) === classes.get(option)) === at,
    );
    return [
      {
        id,
        many,
        options,
        stands: many ? firsts.map((option) => [option]) : firsts,
        classOf: (answers) => classWord(answers[id], classes),
      },
    ];
  });
}

function classWord(answer: unknown, classes: ReadonlyMap<string, string>): string {
  if (typeof answer === "string") return classes.get(answer) ?? (answer === "unknown" ? "?" : "");
  if (!Array.isArray(answer)) return "";
  return [...new Set(answer.map((option) => classes.get(option) ?? ""))].sort().join("+");
}

/** Of a number only this matters to a route: which of the limits it reaches. */
function countQuestion(id: QuestionId, read: readonly Condition[]): RouteQuestion[] {
  const limits = read.flatMap((leaf) => (leaf.is === "gte" && leaf.question === id ? [leaf.value] : []));
  if (limits.length === 0) return [];
  return [
    {
      id,
      many: false,
      options: [],
      stands: [1, ...limits].sort((one, other) => one - other),
      classOf: (answers) => {
        const given = answers[id];
        if (typeof given !== "number") return given === undefined ? "" : "?";
        return String(limits.filter((limit) => given >= limit).length);
      },
    },
  ];
}

/** The facts of the catalogue that a route reads: what a choice of vendors decides besides. */
const vendorFacts = ["package_sold", "only_team_rows_chosen", "top_up_priced"] as const satisfies FactId[];

/** Of the vendors and products only this matters to a route: which of the facts they make true. */
function vendorQuestion(checklist: Checklist, market: Market): RouteQuestion {
  const { vendors, rows } = market.catalogue;
  const words = new Map<string, string>();
  const classOf = (given: Answers["vendor"]): string => {
    if (!Array.isArray(given) || given.length === 0) return "";
    const key = given.join(" ");
    const known = words.get(key);
    if (known !== undefined) return known;
    const situation = new Situation(checklist, market, { vendor: given });
    const word = vendorFacts.map((name) => signs[String(situation.fact(name)) as keyof typeof signs]).join("");
    // A bound, so that a long-lived process cannot be filled up by unusual answers.
    if (words.size >= 5_000) words.clear();
    words.set(key, word);
    return word;
  };
  let stands: string[][] | undefined;
  return {
    id: "vendor",
    many: true,
    options: vendors.map(({ id }) => id).filter((id) => sellsPackages(id, market)),
    /** Worked out when it is first asked for: every vendor and product is tried. */
    get stands() {
      stands ??= oneOfEach(classOf, [...vendors, ...rows]);
      return stands;
    },
    classOf: ({ vendor }) => classOf(vendor),
  };
}

/** One choice of each class, of single vendors and products and of two together. */
function oneOfEach(classOf: (given: string[]) => string, sellers: readonly { id: string }[]): string[][] {
  const firsts = new Map<string, string[]>([[classOf(["other"]), ["other"]]]);
  const keep = (picks: string[]) => {
    const word = classOf(picks);
    if (!firsts.has(word)) firsts.set(word, picks);
  };
  for (const { id } of sellers) keep([id]);
  const singles = [...firsts.values()];
  for (const one of singles) for (const other of singles) keep([...new Set([...one, ...other])]);
  return [...firsts.values()];
}

const signs = { true: "1", false: "0", undefined: "?" };
