import { type QuotePart, quoteParts, readLink, readName } from "../checklist/answer-forms.ts";
import type { Problem } from "../checklist/answers.ts";
import type { Question } from "../checklist/question.ts";
import type { Market } from "../market/market.ts";
import { twoReadings } from "../workload/typed-amount.ts";
import { formMessages } from "./form-messages.ts";
import { sellerProblem } from "./sellers.ts";

/** A problem of one field of a form. `wrong`: what stands in it is; else it is right, and something beside it is wanting. */
export type FieldProblem = Problem & { wrong: boolean };

/** A field of a question, with the line that was typed into it; `undefined` where it says nothing. */
export type TypedLine = readonly [field: string, line: string | undefined];

/**
 * What is wrong with an answer, on the fields that it was typed into and in the words of a form: its shape as JSON means
 * nothing there. `problem` is what was said of the whole answer.
 */
export function formProblems(
  { id, kind }: Question,
  answer: unknown,
  lines: readonly TypedLine[],
  problem: string,
  market: Market,
): FieldProblem[] {
  const wrong = (field: string, text: string): FieldProblem => ({ field, text, wrong: true });
  switch (kind.type) {
    case "owner":
    case "duties": {
      const named = lines.filter(([, line]) => line !== undefined && "problem" in readName(line, ""));
      return named.map(([field]) => wrong(field, formMessages.name));
    }
    case "quote":
      return quoteProblems(lines);
    case "link": {
      const text = formMessages.link;
      const [url, day] = ["link.url", "link.readOn"].map((field) => lines.find((each) => each[0] === field)?.[1]);
      const isPage = url !== undefined && "value" in readLink({ url, readOn: "2026-01-01" });
      return [{ field: isPage ? "link.readOn" : "link.url", text, wrong: (isPage ? day : url) !== undefined }];
    }
    case "choices": {
      const none = kind.options.find((option) => option.id === "none");
      const together = Array.isArray(answer) && none !== undefined && answer.includes(none.id) && answer.length > 1;
      return [wrong(id, together ? formMessages.either(none.label) : choiceProblem(kind.options))];
    }
    case "choice":
      return [wrong(id, choiceProblem(kind.options))];
    case "vendors":
      return [wrong(id, sellerProblem(answer, market) ?? problem)];
    case "count":
    case "date":
    case "workload":
    case "channel":
      return [wrong(id, problem)];
  }
}

/** For whatever is none of the options that were shown. */
export function choiceProblem(options: readonly { label: string }[]): string {
  return formMessages.choose(options.map(({ label }) => label));
}

/** What can be read in two ways, and must not be read in one of them without a word: an amount of money as it was typed. */
export function doubtsOf({ kind }: Question, lines: readonly TypedLine[]): FieldProblem[] {
  if (kind.type !== "quote") return [];
  return lines.flatMap(([field, line]) => {
    const text = field === "quote.amount" && line !== undefined ? twoReadings(line) : undefined;
    return text === undefined ? [] : [{ field, text, wrong: true }];
  });
}

function quoteProblems(lines: readonly TypedLine[]): FieldProblem[] {
  const parts = (Object.keys(quoteParts) as QuotePart[]).map((part) => {
    const field = `quote.${part}`;
    return { part, field, line: lines.find((each) => each[0] === field)?.[1] };
  });
  const bad = parts.filter(({ part, line }) => line !== undefined && "problem" in quoteParts[part](line));
  if (bad.length > 0) return bad.map(({ part, field }) => ({ field, text: formMessages.quote[part], wrong: true }));
  return [{ field: "quote.amount", text: formMessages.allFour, wrong: false }];
}
