import type { Who } from "../conversation/bot.ts";
import { startOver } from "../conversation/notices.ts";
import type { Action, Block, Screen } from "../screen/screen.ts";
import { draftDays } from "../store/retention.ts";
import { routeName } from "./decision-screens.ts";
import { type AppPorts, type Place, text, told } from "./ports.ts";

/** For whoever comes back to a conversation that waits. */
export function resumeScreen(step: string): Screen {
  return told("resume", "You have been here before", [text("Your answers are kept.")], resumeActions(step));
}

function resumeActions(step: string): Action[] {
  return [{ action: "resume", label: `Resume from ${step}`, weight: "main" }, startOver];
}

/** What waits for a person: their conversation, what did not arrive, and what was decided last. */
export async function homeScreen(who: Who, { bot, store, advisor }: AppPorts): Promise<Screen> {
  const [waiting, troubles, recent] = await Promise.all([
    bot.waiting(who),
    bot.troubles(who),
    store.of(who.tenant).decisions(5),
  ]);
  const actions: Action[] =
    waiting === null ? [{ action: "begin", label: "Start", weight: "main" }] : resumeActions(waiting);
  const decided: Block[] = recent.items.map((line) =>
    text(`${line.id}: ${routeName(line.route)}${line.supersededBy === null ? "" : ", superseded"}`),
  );
  return told(
    "home",
    "How to pay for AI work",
    [
      text("Answer a few questions; get a recommendation that your team can act on."),
      ...troubles.slice(0, 5).map((post) => text(`Not arrived: ${post.decision}. ${post.reason ?? ""}`)),
      ...(decided.length === 0 ? [] : [{ block: "heading" as const, text: "Decided here" }, ...decided]),
      { block: "heading", text: "Yours" },
      { block: "quiet", text: keptWords },
      {
        block: "quiet",
        text: `Prices and rules of catalogue ${advisor().market.catalogue.version}, as of ${advisor().market.asOf}.`,
      },
    ],
    [
      ...actions,
      ...recent.items.map((line): Action => ({ action: "look", label: `Show ${line.id}`, about: line.id })),
      { action: "settings", label: "Settings" },
      forget,
    ],
  );
}

const keptWords = `Your answers are kept for ${draftDays} days after the last one; decisions are the team's and are kept with your id. Forget me deletes the first and takes your id out of the second.`;

const forget: Action = {
  action: "forget",
  label: "Forget me",
  weight: "danger",
  ask: "Your answers are deleted, and your id goes from what was decided. This cannot be taken back.",
};

const usualChannel = "usual channel";

/** The channel where recommendations of this team usually go; null when none was chosen. */
export async function channelOf(who: Who, { store }: AppPorts): Promise<string | null> {
  const kept = await store.of(who.tenant).setting(usualChannel);
  return typeof kept === "string" ? kept : null;
}

export async function settingsScreen(who: Who, place: Place, ports: AppPorts): Promise<Screen> {
  const channel = await channelOf(who, ports);
  const offered = ports.offersUsual !== false;
  const here = offered ? place.channel : null;
  return told(
    "settings",
    "Settings",
    [
      ...(channel === null
        ? [text(`Usual channel: none. ${presentWords}`)]
        : [
            { block: "channel" as const, label: "Usual channel", channel },
            text(offered ? usualWords : unofferedWords),
          ]),
      { block: "quiet", text: keptWords },
    ],
    [
      ...(here === null || here === channel
        ? []
        : [{ action: "use-channel" as const, label: "Use this channel", about: here }]),
      ...(channel === null ? [] : [{ action: "no-channel" as const, label: "No usual channel" }]),
      forget,
    ],
  );
}

const presentWords =
  "The channel you ask from is preselected for a recommendation; another one can be chosen each time.";
const usualWords =
  "It is preselected for every recommendation, wherever one is asked for; another one can be chosen each time.";
const unofferedWords = `It is not preselected here, as only choosing a channel tells whether you may write there. ${presentWords}`;

export async function useChannel(who: Who, channel: string | null, ports: AppPorts): Promise<void> {
  const tenant = ports.store.of(who.tenant);
  await tenant.set(usualChannel, channel);
  await tenant.note({ at: ports.now(), actor: who.person, action: "set", subject: usualChannel, details: { channel } });
}
