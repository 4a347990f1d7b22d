import { z } from "zod";

const simple = z.discriminatedUnion("is", [
  z.object({
    is: z.enum([
      "card_lost",
      "taken_back",
      "taken_back_first",
      "no_card",
      "no_reply",
      "no_message",
      "forgotten",
      "drawing",
      "no_picture",
      "ended",
    ]),
  }),
  z.object({ is: z.literal("on_its_way"), what: z.enum(["card", "reply", "message"]) }),
  /** A bug of ours. `reference`: what the log has it by. */
  z.object({ is: z.literal("fault"), reference: z.string() }),
  /** What its chat answered, by the id that the chat's adapter has words for. */
  z.object({ is: z.literal("chat"), said: z.string() }),
  /** A sentence, as programs kept it before reasons had ids. */
  z.object({ is: z.literal("worded"), words: z.string() }),
]);
const schema = z.union([
  simple,
  /** It was tried so often that a person has to look. `last`: what became of the last try, where that is known. */
  z.object({ is: z.literal("tried"), times: z.number(), last: simple.nullable() }),
]);

/** What became of one try. */
export type TryReason = z.infer<typeof simple>;

/** Why a post waits, is parked or unknown, or means nothing any more. */
export type Reason = z.infer<typeof schema>;

/** A reason as text, for a database. */
export function writeReason(reason: Reason): string {
  return reason.is === "worded" ? reason.words : JSON.stringify(reason);
}

/** A reason as it was kept: a sentence stays one. Null where a newer program kept one that this one does not know. */
export function readReason(kept: string): Reason | null {
  let read: unknown;
  try {
    read = JSON.parse(kept);
  } catch {
    return { is: "worded", words: kept };
  }
  return schema.safeParse(read).data ?? null;
}
