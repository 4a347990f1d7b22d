import { Routes } from "discord.js";
import { personOfChannel, readDirectReference } from "#core";
import { failureIn } from "./failures.ts";

/** Where a message of ours stands. `under`: the card whose thread it is in. */
type Standing = { reference: string; under: string | null; channel: string };

/** A direct message stands in a place of its own, which was named when it was sent. */
export function standingOf(
  { reference, under }: { reference: string; under: string | null },
  channel: string,
): Standing {
  if (personOfChannel(channel) === null) return { reference, under, channel };
  const { place, message } = readDirectReference(reference);
  return { reference: message, under, channel: place };
}

/** A reply stands in the thread of its card, which has the card's id; or beside the card, where no thread could be begun. */
export async function changeWhereItStands(
  { reference, under, channel }: Standing,
  change: (at: `/${string}`) => Promise<unknown>,
): Promise<void> {
  if (under !== null)
    try {
      await change(Routes.channelMessage(under, reference));
      return;
    } catch (error) {
      const failure = failureIn(error);
      if (failure.failure !== "refused" || (failure.code !== 10003 && failure.code !== 10008)) throw error;
    }
  await change(Routes.channelMessage(channel, reference));
}
