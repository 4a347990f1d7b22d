import type { Advisor } from "../advice/advise.ts";
import { routes } from "../checklist/ids.ts";
import { between } from "../conversation/one-line/piece-words.ts";
import { readLine } from "../conversation/one-line/read-line.ts";
import { suggestSellers } from "../conversation/sellers.ts";
import { routeWords } from "../present/labels.ts";
import { topics } from "../present/topics.ts";
import type { FieldOption } from "../screen/screen.ts";
import { exampleLines, suggestWords } from "./suggest-words.ts";
import { readTyped, verbs } from "./typed.ts";

const lines: FieldOption[] = exampleLines.map((line) => ({ id: line, label: line }));
const topicOptions: FieldOption[] = topics.map((topic) => ({ id: topic, label: suggestWords.topic(topic) }));
const routeOptions: FieldOption[] = routes.map((route) => ({
  id: route,
  label: suggestWords.route(routeWords[route].name),
}));
const verbOptions: FieldOption[] = verbs
  .filter((verb) => verb !== "explain" && verb !== "estimate" && verb !== "compare")
  .map((verb) => ({ id: verb, label: suggestWords.verb(verb) }));

/**
 * What somebody may mean who types into a field that can be searched: an answer to the question for vendors; what is sold
 * (`plans`); a topic (`explain`); or anything that the command takes (`about`). Everything offered is taken as it stands.
 */
export function suggest(field: string, typed: string, advisor: Advisor, most: number): FieldOption[] {
  const sellers = (many: number) => suggestSellers("plans", typed, advisor.market, many);
  if (field === "plans") return distinct([...sellers(most), ...matching(routeOptions, typed)], most);
  if (field === "explain")
    return distinct([...matching([...topicOptions, ...routeOptions], typed), ...sellers(most)], most);
  if (field !== "about") return suggestSellers(field, typed, advisor.market, most);
  const fixed = [...lines, ...topicOptions, ...verbOptions, ...routeOptions];
  return distinct([...ownLine(typed, advisor), ...matching(fixed, typed), ...sellers(most)], most);
}

/** Longer values are offered by no chat. */
const mostOffered = 100;

/** What is being typed, as it is understood so far, where that is a line. */
function ownLine(typed: string, advisor: Advisor): FieldOption[] {
  const words = typed.trim();
  if (words.length > mostOffered) return [];
  const read = readTyped(words, advisor);
  if (!("ask" in read) || read.ask !== "line") return [];
  const values = new Set(readLine(words, advisor).understood.map(({ value }) => value));
  return [{ id: words, label: [...values].join(between) }];
}

function matching(options: readonly FieldOption[], typed: string): FieldOption[] {
  const words = typed.trim().toLowerCase();
  return options.filter(({ id, label }) => id.includes(words) || label.toLowerCase().includes(words));
}

function distinct(options: readonly FieldOption[], most: number): FieldOption[] {
  return options.filter(({ id }, at) => options.findIndex((each) => each.id === id) === at).slice(0, most);
}
