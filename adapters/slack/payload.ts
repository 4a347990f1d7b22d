import { z } from "zod";
import { isId } from "./codes.ts";

/** A text of at most so many characters, as a database and Slack's client can take it; anything else is left out. */
const text = (most: number) =>
  z
    .string()
    .max(most)
    .refine((given) => given.isWellFormed() && !given.includes("\0"))
    .optional()
    .catch(undefined);
const name = text(255);
const anyId = z.string().refine(isId);
const id = anyId.optional().catch(undefined);
/** Bolt looks elsewhere where this is null. */
const idOrNull = anyId.nullable().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const address = z
  .string()
  .max(3_000)
  .regex(/^https?:\/\/[^\s]+$/)
  .refine((given) => URL.canParse(given))
  .optional()
  .catch(undefined);
const part = <T extends z.ZodRawShape>(shape: T) => z.object(shape).optional().catch(undefined);
const listOf = <T extends z.ZodType>(each: T) => z.array(each).optional().catch(undefined);

/** What a person typed, as far as it is looked at and a database can take it. */
export function kept(words: string, most: number): string {
  return words.slice(0, most).replaceAll("\0", "").toWellFormed();
}

/** More than anybody types behind a command, and as much as is looked at. */
const mostWords = 12_000;

/**
 * The parts of Slack's payloads that are read here, or by Bolt on the way. Everything may be missing: what is not as it
 * should be is left out, and so is what nobody reads.
 */
const shape = z.object({
  type: name,
  // Who and where.
  user: part({ id, team_id: id }),
  user_id: id,
  team: part({ id, enterprise_id: id }),
  team_id: id,
  enterprise: part({ id }),
  enterprise_id: id,
  is_enterprise_install: z
    .union([z.boolean(), z.enum(["true", "false"])])
    .optional()
    .catch(undefined),
  channel: part({ id }),
  channel_id: id,
  channel_name: name,
  // How it can be answered.
  trigger_id: name,
  response_url: address,
  // A command, and a shortcut.
  command: name,
  text: z
    .string()
    .transform((words) => kept(words, mostWords))
    .optional()
    .catch(undefined),
  callback_id: name,
  message: part({ ts: name, thread_ts: name, files: listOf(part({ name, url_private_download: address })) }),
  // A button or a choice.
  container: part({ type: name, is_ephemeral: flag, channel_id: id, message_ts: name, thread_ts: name }),
  actions: listOf(part({ action_id: name, value: text(2_000), selected_option: part({ value: name }) })),
  // A window.
  view: part({
    id: name,
    hash: name,
    type: name,
    callback_id: name,
    private_metadata: text(3_000),
    app_installed_team_id: id,
    state: part({ values: z.unknown().optional() }),
  }),
  // What is typed into a select that looks its options up.
  action_id: name,
  block_id: name,
  value: text(3_000),
  // An event.
  event: part({ type: name, user: id, tab: name, tokens: part({ bot: listOf(z.unknown()) }) }),
  event_id: name,
  event_time: z.number().optional().catch(undefined),
  authorizations: listOf(part({ team_id: idOrNull, enterprise_id: idOrNull, is_enterprise_install: flag })),
});

export type Payload = z.infer<typeof shape>;

/** What is heard of people who act, and what each has to say so that it can be told what they did. */
const heard = new Map<string | undefined, (payload: Payload) => string | undefined>([
  ["block_actions", ({ actions }) => actions?.[0]?.action_id],
  ["block_suggestion", ({ action_id }) => action_id],
  ["view_submission", ({ view }) => view?.callback_id],
  ["shortcut", ({ callback_id }) => callback_id],
  ["message_action", ({ callback_id }) => callback_id],
]);

/** A payload of a kind that is heard here, with everything that Bolt takes for granted; null for anything else. */
export function readPayload(given: unknown): Payload | null {
  const read = shape.safeParse(given);
  if (!read.success) return null;
  const payload = read.data;
  if (payload.event !== undefined || payload.command !== undefined) return payload;
  return payload.user?.id !== undefined && heard.get(payload.type)?.(payload) !== undefined ? payload : null;
}
