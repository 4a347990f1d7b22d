import type { Situation } from "../advice/situation.ts";
import type { Question } from "../checklist/question.ts";
import type { Field } from "../screen/screen.ts";
import { fieldsOf } from "./fields.ts";
import type { Standing } from "./standing.ts";

/** What one person can be asked in one short form: whose fields a message of any chat can open. */
function canBeAsked({ kind }: Question): boolean {
  switch (kind.type) {
    case "choice":
    case "choices":
    case "vendors":
    case "count":
    case "date":
    case "owner":
    case "duties":
    case "quote":
      return true;
    case "link":
    case "workload":
    case "channel":
      return false;
  }
}

/**
 * The open questions that somebody else can be asked: first those that the person put aside to ask, then who owns and looks
 * after it, as nothing is bought without, then what the gravest findings wait for, then what else is missing.
 */
export function questionsForOthers({ draft, situation, result }: Standing): Question[] {
  const awaited = result.findings.flatMap(({ waitsFor }) => waitsFor);
  const people = result.missing.filter((id) => id === "owner" || id === "duties");
  const wanted = [...new Set([...draft.asking, ...people, ...awaited, ...result.missing])];
  return wanted.flatMap((id) => {
    const question = situation.checklist.questions.find((each) => each.id === id);
    return question !== undefined && canBeAsked(question) && situation.asked(id) === true ? [question] : [];
  });
}

/** The fields of a question that somebody else is asked: of the duties only who has all of them. */
export function fieldsForOther(question: Question, situation: Situation): Field[] {
  const fields = fieldsOf(question, situation);
  return question.kind.type === "duties" ? fields.slice(0, 1) : fields;
}
