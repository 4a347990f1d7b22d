import type { PlainDate } from "#pricing";
import { type Advisor, situationOf } from "../advice/advise.ts";
import { freshAsOn } from "../advice/fresh-as-on.ts";
import type { Answers } from "../checklist/answers.ts";
import { type Basis, basisOf } from "./basis.ts";
import { factsOn } from "./facts-used.ts";
import { recommend } from "./recommend.ts";

/** What the advisor's day makes of answers that were given on `then`, whose readings count as fresh as they did then. */
export function evaluate(advisor: Advisor, answers: Answers, then: PlainDate): Basis {
  const pinned = freshAsOn(advisor, then);
  return basisOf(recommend(pinned, situationOf(pinned, answers)), answers, pinned, factsOn(advisor));
}
