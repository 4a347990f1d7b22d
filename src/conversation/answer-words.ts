import type { Row } from "#pricing";
import { isPrefilled } from "../advice/next.ts";
import type { Situation } from "../advice/situation.ts";
import { dutyWords } from "../checklist/duty-words.ts";
import { duties } from "../checklist/ids.ts";
import { personName } from "../checklist/person.ts";
import type { Question } from "../checklist/question.ts";
import { quoteWords } from "../present/labels.ts";
import { workWords } from "../present/work-words.ts";
import { shortened } from "../screen/fit.ts";
import type { Fact, Field } from "../screen/screen.ts";
import { onlyName } from "./fields.ts";
import { sellerOptions } from "./sellers.ts";

/** So many answers are recalled above a page: the others are a step back. */
const mostRecalled = 3;

/** The latest answers in a few words each, in the order in which they were asked; empty before the first. */
export function soFar(situation: Situation, fields: readonly Pick<Field, "id">[]): string {
  // What is asked below shows its answer there.
  const below = new Set(fields.map(({ id }) => id.split(".")[0]));
  return situation.checklist.questions
    .filter(({ id }) => said(situation.answers[id]) && !below.has(id))
    .map((question) => {
      const words = answerWords(question, situation);
      return shortened(saysItself(question) ? words : `${question.topic}: ${words}`, 40);
    })
    .slice(-mostRecalled)
    .join(" \u00b7 ");
}

/** A number, or a yes, says nothing of what it is about. */
function saysItself({ kind }: Question): boolean {
  return kind.type !== "count" && !(kind.type === "choice" && kind.options.some(({ id }) => id === "yes"));
}

/** Whether an answer says something. */
function said(given: unknown): boolean {
  return given !== undefined && [given].flat().every((each) => each !== "unknown" && each !== "none");
}

/** The same in full, each under its question. */
export function answersGiven(situation: Situation): Fact[] {
  return situation.checklist.questions
    .filter(({ id }) => situation.answers[id] !== undefined && situation.answers[id] !== "unknown")
    .map((question) => ({ label: question.text, value: answerWords(question, situation) }));
}

/** An answer as a person gave it, for the list of what can be changed. */
export function answerWords(question: Question, situation: Situation): string {
  const given = situation.answers[question.id];
  if (given === undefined) return isPrefilled(question, situation) ? "from the catalogue" : "not answered";
  if (given === "unknown") return notKnown;
  const { id, kind } = question;
  const { answers, market } = situation;
  switch (kind.type) {
    case "choice":
    case "choices":
      return labels(given, kind.options);
    case "vendors":
      return labels(given, [...sellerOptions(market), ...market.catalogue.rows.map(asOption)]);
    case "owner": {
      const { owner } = answers;
      if (typeof owner !== "object") return personName(String(owner));
      return [`seats: ${personName(owner.seats ?? notKnown)}`, `API: ${personName(owner.api ?? notKnown)}`].join(", ");
    }
    case "duties": {
      const named = typeof answers.duties === "object" ? answers.duties : {};
      const everyone = onlyName(named);
      if (everyone !== null) return personName(everyone);
      return duties
        .flatMap((duty) => {
          const name = named[duty];
          if (name === undefined) return [];
          return [
            `${dutyWords[duty]}: ${name === "unknown" ? notKnown : name === "none" ? "nobody" : personName(name)}`,
          ];
        })
        .join(", ");
    }
    case "quote":
      return typeof answers.quote === "object" ? quoteWords(answers.quote) : "none";
    case "link":
      return typeof answers.link === "object" ? `${answers.link.url}, read ${answers.link.readOn}` : "none";
    case "workload":
      return (typeof answers.workload === "object" ? workWords(answers.workload) : null) ?? "an amount of work";
    case "count":
    case "date":
    case "channel":
      return String(answers[id]);
  }
}

const notKnown = "not sure yet";

/** Of what nobody can buy there is no option: it is called by its name. */
function asOption({ id, product }: Row): { id: string; label: string } {
  return { id, label: product };
}

function labels(given: unknown, options: readonly { id: string; label: string }[]): string {
  return [given]
    .flat()
    .map((id) => options.find((option) => option.id === id)?.label ?? String(id))
    .join(", ");
}
