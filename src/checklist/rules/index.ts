import type { Rule } from "../rule.ts";
import { accidentRules } from "./accidents.ts";
import { boundaryRules } from "./boundary.ts";
import { costRules, dataRules } from "./cost.ts";
import { expiryRules } from "./expiry.ts";
import { fundingRules } from "./funding.ts";
import { ownershipRules } from "./ownership.ts";
import { routeRules } from "./route.ts";
import { unitRules } from "./unit.ts";

/** Every rule of the checklist, by family, in the order of their ids. */
export const rules: Rule[] = [
  ...routeRules,
  ...boundaryRules,
  ...unitRules,
  ...ownershipRules,
  ...expiryRules,
  ...fundingRules,
  ...costRules,
  ...dataRules,
  ...accidentRules,
];
