import type { Catalogue } from "#pricing";
import { type Condition, leaves } from "./condition.ts";
import { expand, type Names } from "./expand.ts";
import { factIds, questionIds } from "./ids.ts";
import type { Question } from "./question.ts";
import { type Cite, type Rule, slots } from "./rule.ts";
import { satisfiable } from "./satisfiable.ts";
import { staleClaims } from "./stale-claims.ts";

/** The checklist contradicts itself or the catalogue. The message names the question or rule. */
export class ChecklistError extends Error {
  override name = "ChecklistError";
}

/** The checklist as it is written down, before it is compiled. */
export type ChecklistData = Names & { rules: readonly Rule[] };

/**
 * Everything that can be wrong with the checklist as data: an id nobody knows, an option nobody can choose, a rule that
 * no answers can fire. Throws a `ChecklistError` at the first.
 */
export function checkChecklist(data: ChecklistData, catalogue: Catalogue): void {
  unique("question", data.questions);
  unique("rule", data.rules);
  const missing = questionIds.find((id) => !data.questions.some((question) => question.id === id));
  if (missing !== undefined) throw new ChecklistError(`question ${missing}: is not written`);
  for (const question of data.questions) {
    checkLeaves(`question ${question.id}: asked if`, question.askedIf, data, catalogue);
    for (const place of Array.isArray(question.page) ? question.page : [])
      if (place.if !== undefined) checkLeaves(`question ${question.id}: page`, place.if, data, catalogue);
    if (!satisfiable(expanded(`question ${question.id}`, question.askedIf, data))) {
      throw new ChecklistError(`question ${question.id}: no answers lead to it, so its options cannot be reached`);
    }
  }
  for (const [name, condition] of Object.entries(data.derived))
    checkLeaves(`condition ${name}`, condition, data, catalogue);
  for (const step of data.steps) checkLeaves(`route ${step.route} by ${step.rule}`, step.if, data, catalogue);
  for (const rule of data.rules) checkRule(rule, data, catalogue);
}

function checkRule(rule: Rule, data: ChecklistData, catalogue: Catalogue): void {
  const name = `rule ${rule.id}`;
  const conditions = [
    rule.if,
    ...(rule.softenedIf ? [rule.softenedIf] : []),
    ...(rule.more ?? []).map((each) => each.if),
  ];
  for (const condition of conditions) checkLeaves(name, condition, data, catalogue);
  if (!satisfiable(expanded(name, rule.if, data))) throw new ChecklistError(`${name}: no answers can fire it`);
  for (const text of [rule.text, ...(rule.more ?? []).map((each) => each.text)]) {
    const slot = [...text.matchAll(/\{([^}]*)\}/g)].find((match) => !slots.some((each) => each === match[1]));
    if (slot) throw new ChecklistError(`${name}: text: no slot ${slot[0]}`);
  }
  for (const cite of rule.cites) checkCite(name, cite, catalogue);
  const told = rule.cites.flatMap((cite) => (cite.from === "accidents" ? [cite.told] : []));
  if (told.includes("reported") && !told.includes("official") && rule.severity !== "note")
    throw new ChecklistError(`${name}: cites: only reports, so it is a note`);
  const stale = (rule.corrects ?? []).find((id) => !staleClaims.some((claim) => claim.id === id));
  if (stale !== undefined) throw new ChecklistError(`${name}: corrects: no claim ${stale}`);
}

function expanded(name: string, condition: Condition, names: Names): Condition {
  try {
    return expand(condition, names);
  } catch (cause) {
    throw new ChecklistError(`${name}: ${(cause as Error).message}`, { cause });
  }
}

function checkCite(name: string, cite: Cite, catalogue: Catalogue): void {
  const known = (id: string) => catalogue.rows.some((row) => row.id === id);
  if (cite.from === "rows") {
    const lost = cite.ids.find((id) => !known(id));
    if (lost !== undefined) throw new ChecklistError(`${name}: cites: no row ${lost}`);
  }
  if (cite.from === "accidents") {
    for (const id of cite.ids) {
      const accident = catalogue.accidents.find((each) => each.id === id);
      if (accident === undefined) throw new ChecklistError(`${name}: cites: no accident ${id}`);
      if (cite.told === "official" && !accident.sources.some(({ kind }) => kind === "official"))
        throw new ChecklistError(`${name}: cites: no official page tells of ${id}`);
    }
  }
  if (cite.from === "edges") {
    for (const [from, to] of cite.pairs) {
      if (!catalogue.connections.some((edge) => edge.from === from && edge.to === to)) {
        throw new ChecklistError(`${name}: cites: no connection ${from} -> ${to}`);
      }
    }
  }
}

/** Every leaf of a condition names something that there is. Throws a `ChecklistError` that begins with `name`. */
export function checkLeaves(name: string, condition: Condition, data: ChecklistData, catalogue: Catalogue): void {
  for (const leaf of leaves(condition)) {
    if ("question" in leaf) {
      const question = data.questions.find((each) => each.id === leaf.question);
      if (question === undefined) throw new ChecklistError(`${name}: no question ${leaf.question}`);
      if (leaf.is === "eq" || leaf.is === "has") checkOptions(name, question, leaf.options);
    }
    if (leaf.is === "vendor" && !catalogue.vendors.some((vendor) => vendor.id === leaf.vendor)) {
      throw new ChecklistError(`${name}: no vendor ${leaf.vendor}`);
    }
    if (leaf.is === "routed" && !data.steps.some((step) => step.rule === leaf.rule)) {
      throw new ChecklistError(`${name}: no route is decided by ${leaf.rule}`);
    }
    if (leaf.is === "fact" && !factIds.includes(leaf.name)) throw new ChecklistError(`${name}: no fact ${leaf.name}`);
  }
}

function checkOptions(name: string, question: Question, options: readonly string[]): void {
  const { kind } = question;
  if (kind.type === "quote" && options.every((option) => option === "none")) return;
  if (kind.type !== "choice" && kind.type !== "choices") {
    throw new ChecklistError(`${name}: ${question.id} has no options to compare with`);
  }
  const lost = options.find((option) => !kind.options.some((each) => each.id === option));
  if (lost !== undefined) throw new ChecklistError(`${name}: ${question.id} has no option ${lost}`);
}

function unique(what: string, items: readonly { id: string }[]): void {
  const twin = items.find((item, at) => items.findIndex((each) => each.id === item.id) !== at);
  if (twin !== undefined) throw new ChecklistError(`${what} ${twin.id}: stands twice`);
}
