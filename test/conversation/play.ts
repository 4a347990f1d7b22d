import { type Advisor, converse, type Field, type Screen } from "#core";
import type { Turn } from "../../src/conversation/converse.ts";
import { emptyDraft } from "../../src/store/rows.ts";

/** What a person would fill in, by field id. Fields that are not named are left open. */
export type Script = Record<string, string | string[]>;

/** Every screen of a conversation that is played by a script, until the review, and the draft it ends with. */
export function play(advisor: Advisor, script: Script, from: Turn = converse(advisor, emptyDraft, { event: "start" })) {
  const screens: Screen[] = [];
  let turn = from;
  while (turn.screen.id !== "review") {
    if (screens.length > 40) throw new Error(`no end: ${screens.map((screen) => screen.id).join(" ")}`);
    screens.push(turn.screen);
    turn = converse(advisor, turn.draft, {
      event: "submit",
      page: turn.screen.id,
      values: fill(turn.screen.fields, script),
    });
  }
  return { screens, review: turn.screen, draft: turn.draft, turn };
}

export function fill(fields: readonly Field[], script: Script): Record<string, string | string[] | null> {
  return Object.fromEntries(fields.map((field) => [field.id, script[field.id] ?? null]));
}
