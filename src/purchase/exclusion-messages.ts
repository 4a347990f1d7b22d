import type { Row } from "#pricing";
import { list } from "./messages.ts";
import type { Exclusion } from "./possible.ts";

/** Why a product cannot be bought for this, as a sentence. */
export function exclusionText(exclusion: Exclusion, { product }: Row): string {
  switch (exclusion.is) {
    case "not_sold":
      return exclusion.since === null
        ? `${product} is not sold to new buyers.`
        : `${product} has not been sold to new buyers since ${exclusion.since}.`;
    case "other_output":
      return `${product} makes ${list(exclusion.makes)}, not ${list(exclusion.wanted)}.`;
    case "too_many_seats":
      return `${product} is sold for at most ${exclusion.most} seats, and you need ${exclusion.wanted}.`;
    case "too_few_seats":
      return `${product} is sold from ${exclusion.least} seats, and you need ${exclusion.wanted}.`;
    case "no_rights":
      return `${product} gives no commercial rights.`;
    case "trains_on_data":
      return `${product} may train on what is entered.`;
    case "personal":
      return `${product} is a personal account: the work would leave with the person.`;
    case "for_people":
      return `${product} is for people in the app. A program needs an API.`;
    case "for_programs":
      return `${product} is for programs. People need an app.`;
    case "free":
      return `${product} is for trying it out: for regular use a paid plan comes first.`;
    case "yearly":
      return `${product} is the same by the year: start by the month.`;
    case "other_route":
      return `${product} is not sold this way.`;
  }
}
