import type { Flip } from "../advice/route-book.ts";
import type { Checklist } from "../checklist/checklist.ts";
import { routeWords } from "./labels.ts";

/** Single answers that would change the primary route, those with one outcome in one sentence. */
export function flipWords(flips: readonly Flip[], checklist: Checklist): string[] {
  const groups = new Map<string, { flip: Flip; labels: string[] }>();
  for (const flip of flips) {
    const key = `${flip.question} ${flip.route}`;
    const group = groups.get(key) ?? { flip, labels: [] };
    group.labels.push(optionLabel(flip, checklist));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ flip, labels }) => {
    const topic = checklist.questions.find((question) => question.id === flip.question)?.topic ?? flip.question;
    const shown =
      labels.length > 4 ? `${labels.slice(0, 4).join(", ")} or ${labels.length - 4} more` : labels.join(", ");
    return `${flip.route === null ? "No route yet" : routeWords[flip.route].name}, if ${topic} were: ${shown}.`;
  });
}

function optionLabel({ question: id, to }: Flip, checklist: Checklist): string {
  const kind = checklist.questions.find((question) => question.id === id)?.kind;
  if (kind?.type !== "choice" && kind?.type !== "choices") return to;
  return kind.options.find((option) => option.id === to)?.label ?? to;
}
