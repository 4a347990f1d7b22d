import type { Row } from "#pricing";
import type { Situation } from "../../advice/situation.ts";

/** What is asked about the amount of work: only what the route needs. A plan for one person needs nothing. */
export type WorkKind = "text" | "media" | "images" | "voice" | "music" | "seats";

/** The kind of work that an estimate could be made of, inside the routes that were found. */
export function workKind(situation: Situation): WorkKind | undefined {
  const outputs = situation.answer("output") ?? [];
  const code = situation.derived("code") === true;
  if (code && (outputs.includes("text") || outputs.includes("code"))) return "text";
  if (outputs.includes("video")) return "media";
  if (outputs.includes("image")) return "images";
  if (outputs.includes("voice")) return "voice";
  if (outputs.includes("music")) return "music";
  return seatInPlay(situation) === undefined ? undefined : "seats";
}

/** The seat whose allowance is counted in units: use beyond it is what an estimate can tell. */
export function seatInPlay(situation: Situation): Row | undefined {
  return situation.wallets
    .map(({ row }) => row)
    .find((row) => row.kind === "seat" && row.included.some((each) => each.per === "seat" && each.amount !== null));
}
