import type { Who } from "../../conversation/bot.ts";
import { dayWords } from "../../market/days.ts";
import { readReminder } from "../../outbox/reminding.ts";
import { balanceMessages as words } from "../../present/balance-messages.ts";
import { teamOf } from "../../store/team.ts";
import { dayIn } from "../../team/clock.ts";
import { eventsOf } from "../../team/events.ts";
import { eventIn, snoozedUntil } from "../../team/schedule.ts";
import { balanceScreen, goneScreen } from "../balances.ts";
import { type AppPorts, infoScreen, textBlock } from "../ports.ts";
import { type Filled, type Operation, once } from "./form.ts";

/** All that the team holds. */
export const balances: Operation = { run: async () => ({ show: { ask: "balances", of: "" } }) };

/** One balance. */
export const balance: Operation = { run: async (_who, about) => ({ show: { ask: "balance", id: about } }) };

/** Deletes a balance with its reminders. */
export const dropBalance: Operation = {
  async run(who, about, _place, { store, now }) {
    const tenant = store.of(who.tenant);
    if ((await tenant.holding(about)) === null) return once(goneScreen);
    await tenant.dropHolding(about);
    await tenant.note({ at: now(), actor: who.person, action: "deleted", subject: about, details: null });
    return { show: { ask: "balances", of: "" } };
  },
};

/** A reminder comes again in a week. About the reminder. */
export const snooze: Operation = {
  async run(who, about, _place, ports) {
    const found = await eventBehind(who, about, ports);
    if (found === null) return once(reminderOver);
    const { ref, event, team } = found;
    const again = snoozedUntil(event, team, ports.now());
    if (again === null) return shown(who, ref.holding, words.told.last, ports);
    const tenant = ports.store.of(who.tenant);
    // Pressed twice, as in the channel and in the direct message, the first press counts.
    const kept = (await tenant.reminders(ref.holding)).find(({ key }) => key === ref.key);
    if (kept?.state !== "snoozed") await tenant.keepReminder(ref.holding, { key: ref.key, state: "snoozed", again });
    const until = kept?.state === "snoozed" && kept.again !== null ? kept.again : again;
    return shown(who, ref.holding, words.told.snoozed(dayWords(dayIn(team, until))), ports);
  },
};

/** Nothing more is said of what a reminder is about. */
export const reminderDone: Operation = {
  async run(who, about, _place, ports) {
    const found = await eventBehind(who, about, ports);
    if (found === null) return once(reminderOver);
    const { ref } = found;
    const { store, now } = ports;
    const tenant = store.of(who.tenant);
    await tenant.keepReminder(ref.holding, { key: ref.key, state: "done", again: null });
    await tenant.note({
      at: now(),
      actor: who.person,
      action: "done",
      subject: ref.holding,
      details: { key: ref.key },
    });
    return shown(who, ref.holding, words.told.done, ports);
  },
};

const reminderOver = infoScreen("reminder-over", words.told.title, [textBlock(words.told.over)]);

/** What a reminder was about, where it is still ahead. */
async function eventBehind(who: Who, about: string, ports: AppPorts) {
  const ref = readReminder(about);
  const row = ref === null ? null : await ports.store.of(who.tenant).holding(ref.holding);
  if (ref === null || row === null) return null;
  const team = await teamOf(who.tenant, ports);
  const event = eventsOf(row.holding, dayIn(team, ports.now())).find(({ id }) => id === eventIn(ref.key));
  return event === undefined ? null : { ref, event, team };
}

async function shown(who: Who, id: string, notice: string, ports: AppPorts): Promise<Filled> {
  return { screen: await balanceScreen(who, id, ports, notice), reading: { ask: "balance", id } };
}
