import type { Flip } from "../advice/route-book.ts";
import type { Checklist } from "../checklist/checklist.ts";
import { routeWords } from "./labels.ts";
import { flipMessage } from "./messages.ts";

/**
 * Single answers that would lead to another primary route, those with one outcome in one sentence. An answer that would
 * only take the route away again is nothing to consider.
 */
export function flipWords(flips: readonly Flip[], checklist: Checklist): string[] {
  const groups = new Map<string, { flip: Flip; name: string; labels: string[] }>();
  for (const flip of flips) {
    if (flip.route === null) continue;
    const key = `${flip.question} ${flip.route}`;
    const group = groups.get(key) ?? { flip, name: routeWords[flip.route].name, labels: [] };
    group.labels.push(optionLabel(flip, checklist));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ flip, name, labels }) => {
    const question = checklist.questions.find(({ id }) => id === flip.question)?.text ?? flip.question;
    return flipMessage(name, question, labels.slice(0, mostLabels), labels.length - mostLabels);
  });
}

const mostLabels = 3;

function optionLabel({ question: id, to }: Flip, checklist: Checklist): string {
  const kind = checklist.questions.find((question) => question.id === id)?.kind;
  if (kind?.type !== "choice" && kind?.type !== "choices") return to;
  return kind.options.find((option) => option.id === to)?.label ?? to;
}
