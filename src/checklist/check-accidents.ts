import type { Catalogue } from "#pricing";
import { type ChecklistData, ChecklistError, checkLeaves } from "./check.ts";
import type { Illustration } from "./illustrations.ts";

/** Every accident of the catalogue has a rule, and every illustration an accident. Throws a `ChecklistError` that names it. */
export function checkIllustrations(all: readonly Illustration[], data: ChecklistData, catalogue: Catalogue): void {
  for (const { accident, rule, if: condition } of all) {
    const name = `accident ${accident}`;
    if (!catalogue.accidents.some(({ id }) => id === accident)) throw new ChecklistError(`${name}: is not known`);
    if (!data.rules.some(({ id }) => id === rule)) throw new ChecklistError(`${name}: no rule ${rule}`);
    if (condition !== null) checkLeaves(name, condition, data, catalogue);
  }
  const lost = catalogue.accidents.find(({ id }) => !all.some(({ accident }) => accident === id));
  if (lost !== undefined) throw new ChecklistError(`accident ${lost.id}: shows no rule at work`);
}
