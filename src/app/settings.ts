import type { Who } from "../conversation/bot.ts";
import { asks } from "../present/asks.ts";
import type { Action, Screen } from "../screen/screen.ts";
import { draftDays } from "../store/retention.ts";
import { type AppPorts, infoScreen, type Place, textBlock } from "./ports.ts";

/** What is kept of a person, and for how long. */
export const keptWords = `Your answers are kept for ${draftDays} days after the last one; decisions that you post are the team's and are kept with your id, others only you can see. Forget me deletes your answers and what only you can see, and takes your id out of the rest.`;

export const forget: Action = {
  action: "forget",
  label: "Forget me",
  weight: "danger",
  ask: asks.forget,
};

const usualChannel = "usual channel";

/** The channel where recommendations of this team usually go; null when none was chosen. */
export async function channelOf(who: Who, { store }: Pick<AppPorts, "store">): Promise<string | null> {
  const kept = await store.of(who.tenant).setting(usualChannel);
  return typeof kept === "string" ? kept : null;
}

export async function settingsScreen(who: Who, place: Place, ports: AppPorts): Promise<Screen> {
  const channel = await channelOf(who, ports);
  const offered = ports.offersUsual !== false;
  const here = offered ? place.channel : null;
  return infoScreen(
    "settings",
    "Settings",
    [
      ...(channel === null
        ? [textBlock(`Usual channel: none. ${offered ? noneWords : presentWords}`)]
        : [
            { block: "channel" as const, label: "Usual channel", channel },
            textBlock(offered ? usualWords : unofferedWords),
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

const noneWords = "Choose a channel each time you post.";
const presentWords = "The channel you ask from is preselected; you can choose another each time.";
const usualWords = "It is preselected, except for what you ask in a thread. You can choose another each time.";
const unofferedWords = `It is not preselected here, as only choosing a channel tells whether you may write there. ${presentWords}`;

export async function useChannel(who: Who, channel: string | null, ports: AppPorts): Promise<void> {
  const tenant = ports.store.of(who.tenant);
  await tenant.set(usualChannel, channel);
  await tenant.note({ at: ports.now(), actor: who.person, action: "set", subject: usualChannel, details: { channel } });
}
