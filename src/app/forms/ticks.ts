import type { Who } from "../../conversation/bot.ts";
import { findDecision, noSuchDecision } from "../decision-lookup.ts";
import type { AppPorts, Place } from "../ports.ts";
import { type Filled, type Operation, once } from "./form.ts";

/** Something to verify before paying is verified. About the decision, and the item behind a wave. */
export const tick: Operation = { run: (who, about, place, ports) => ticked(who, about, true, place, ports) };

/** The same, taken back. */
export const untick: Operation = { run: (who, about, place, ports) => ticked(who, about, false, place, ports) };

async function ticked(who: Who, about: string, on: boolean, place: Place, ports: AppPorts): Promise<Filled> {
  const [id = "", item = ""] = about.split("~");
  const decision = await findDecision(who, id, place, ports);
  if (decision === null || decision.result.verify.every((each) => each.id !== item))
    return once(noSuchDecision(ports.typed));
  const { store, now } = ports;
  const tenant = store.of(who.tenant);
  await tenant.tick(id, { item, person: who.person, at: now() }, on);
  await tenant.note({
    at: now(),
    actor: who.person,
    action: on ? "ticked" : "unticked",
    subject: id,
    details: { item },
  });
  return { show: { ask: "why", decision: id, part: "check" } };
}
