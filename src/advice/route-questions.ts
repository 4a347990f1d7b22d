import type { Answers } from "../checklist/answers.ts";
import type { Checklist } from "../checklist/checklist.ts";
import { leaves } from "../checklist/condition.ts";
import { derivedConditions } from "../checklist/derived.ts";
import { expand } from "../checklist/expand.ts";
import { type QuestionId, questionIds } from "../checklist/ids.ts";
import type { Market } from "../market/market.ts";

/**
 * A question that can change a route. Options that no step of the decision tells apart are of one class; one answer of
 * each class stands for the others, so that what is possible can be found out by trying few answers.
 */
export type RouteQuestion = {
  id: QuestionId;
  many: boolean;
  options: readonly string[];
  stands: readonly (string | string[])[];
  /** The class of an answer; empty when there is none. Answers of one class decide alike. */
  classOf(answers: Answers): string;
};

/** The questions that the route decision reads, in the checklist's order. */
export function routeQuestions(checklist: Checklist, market: Market): RouteQuestion[] {
  const names = { questions: checklist.questions, steps: checklist.steps, derived: derivedConditions };
  const read = checklist.steps.flatMap((step) => leaves(expand(step.if, names)));
  return questionIds.flatMap((id): RouteQuestion[] => {
    if (id === "vendor") return [vendorQuestion(market)];
    const kind = checklist.questions.find((question) => question.id === id)?.kind;
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

/** Of the vendors only this matters to a route: whether one of them sells usage packages. */
function vendorQuestion(market: Market): RouteQuestion {
  const sells = (id: string) => market.sold(id, "usage_package").length > 0;
  const sellers = market.catalogue.vendors.map((vendor) => vendor.id).filter(sells);
  return {
    id: "vendor",
    many: true,
    options: sellers,
    stands: [["other"], ...sellers.slice(0, 1).map((id) => [id])],
    classOf: ({ vendor }) => {
      if (!Array.isArray(vendor) || vendor.length === 0) return "";
      if (vendor.some((id) => sells(market.row(id)?.vendor ?? id))) return "packages";
      return vendor.includes("undecided") ? "" : "other";
    },
  };
}
