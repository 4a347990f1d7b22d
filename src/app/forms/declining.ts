import type { Who } from "../../conversation/bot.ts";
import { longestReason } from "../../outbox/declines.ts";
import { inTeam } from "../../outbox/direct.ts";
import { judgingMessages } from "../../present/judging-messages.ts";
import { clean } from "../../screen/clean.ts";
import type { Screen } from "../../screen/screen.ts";
import { nameOf } from "../../store/named.ts";
import type { Decision } from "../../store/rows.ts";
import { noSuchDecision } from "../decision-lookup.ts";
import { judgeDecision, toBeJudged, whyNot } from "../judging.ts";
import { type AppPorts, infoScreen, type Place, textBlock } from "../ports.ts";
import { line } from "./fields.ts";
import { type Form, once, typedInto } from "./form.ts";

const words = judgingMessages.declining;

/** Why somebody declines. About the decision. */
export const declining: Form = {
  async show(from, about, place, ports) {
    const found = await behind(from, about, place, ports);
    if (found === null) return noSuchDecision(ports.typed);
    return (await whyNot(found.who, found.decision, place, ports)) ?? asking(found.decision, null);
  },
  async fill(from, about, values, place, ports) {
    const found = await behind(from, about, place, ports);
    if (found === null) return once(noSuchDecision(ports.typed));
    const { who, decision } = found;
    const reason = clean(typedInto(values, "reason"));
    const problem = problemOf(reason);
    return problem === null
      ? once(await judgeDecision(who, decision, { say: "decline", reason }, place, ports))
      : { screen: asking(decision, problem), reading: { ask: "form", form: "declining", about } };
  },
};

async function behind(from: Who, about: string, place: Place, ports: AppPorts) {
  const named = inTeam(from, about);
  const decision = named && (await toBeJudged(named.who, named.id, place, ports));
  return named && decision && { who: named.who, decision };
}

function problemOf(reason: string): string | null {
  if (reason === "") return words.empty;
  return reason.length > longestReason ? words.long(reason.length, longestReason) : null;
}

function asking(decision: Decision, problem: string | null): Screen {
  return {
    ...infoScreen("declining", words.title, [textBlock(nameOf(decision))], [{ action: "next", label: words.button }]),
    fields: [{ ...line("reason", words, null, problem), long: true }],
  };
}
