import type { Act, CardPlace, Values, Who } from "#core";
import { type From, isId, readFieldBlock, readId, readMetadata } from "./codes.ts";
import { readState } from "./fields.ts";
import { tenantOf } from "./installations.ts";

/** What Bolt found out about a payload besides the payload. */
export type Context = { teamId?: string; enterpriseId?: string; isEnterpriseInstall?: boolean };

/** Where a button stood: it decides where the answer goes. */
type Surface = "modal" | "message" | "ephemeral" | "home";

export type Pressed = {
  who: Who;
  act: Act | "old";
  about: string;
  values: Values;
  from: From;
  /** The message with the button, where all of its channel sees it. */
  card: CardPlace | null;
  surface: Surface;
  trigger: string;
  view: { id: string; hash: string } | null;
};

export type Submitted = {
  who: Who;
  act: Act | "old";
  ticket: string;
  values: Values;
  from: From;
  view: string;
};
export type Asked = { who: Who; words: string; from: From; trigger: string };

/** The parts of Slack's payloads that are read here. Everything may be missing: it comes from outside. */
type Body = {
  user?: { id?: string };
  user_id?: string;
  text?: string;
  trigger_id?: string;
  channel_id?: string;
  channel_name?: string;
  channel?: { id?: string };
  container?: { type?: string; is_ephemeral?: boolean; channel_id?: string; message_ts?: string };
  view?: {
    id?: string;
    hash?: string;
    type?: string;
    callback_id?: string;
    private_metadata?: string;
    state?: { values?: Record<string, Record<string, unknown>> };
  };
  actions?: { action_id?: string; value?: string; selected_option?: { value?: string } | null }[];
};

/** Who acts: by the payload that Slack signed, never by what a view carries. Null where somebody is missing. */
export function whoOf(body: unknown, context: Context): Who | null {
  const { user, user_id } = body as Body;
  const person = user?.id ?? user_id;
  const tenant = tenantOf(context);
  return person === undefined || tenant === null ? null : { tenant: { platform: "slack", id: tenant }, person };
}

/** A typed command or a shortcut: a shortcut says nothing, and may have no channel. */
export function receiveAsked(body: unknown, context: Context): Asked | null {
  const who = whoOf(body, context);
  const { text, trigger_id, channel_id, channel_name, channel } = body as Body;
  if (who === null || trigger_id === undefined) return null;
  // What is public in one workspace of an organisation is not so in the others.
  const named = context.isEnterpriseInstall === true ? undefined : channel_name;
  return { who, words: text ?? "", from: fromOf(channel_id ?? channel?.id, named), trigger: trigger_id };
}

/** A button or a choice that acts at once; null for what is not ours. */
export function receivePressed(body: unknown, context: Context): Pressed | null {
  const who = whoOf(body, context);
  const { actions, view, container, channel, trigger_id } = body as Body;
  const [action] = actions ?? [];
  const act = action?.action_id === undefined ? null : readId(action.action_id);
  if (who === null || act === null || action === undefined) return null;
  const carried = readMetadata(view?.private_metadata ?? "");
  const chosen = action.selected_option?.value;
  const values = readState(view?.state?.values);
  return {
    who,
    act,
    about: action.value ?? carried.ticket,
    values: chosen === undefined ? values : { ...values, [act]: chosen },
    from: carried.from.channel === null ? fromOf(channel?.id ?? container?.channel_id) : carried.from,
    card: cardOf(container),
    surface: surfaceOf(view?.type, container?.is_ephemeral === true),
    trigger: trigger_id ?? "",
    view: view?.id === undefined ? null : { id: view.id, hash: view.hash ?? "" },
  };
}

/** A form that was sent; null for what is not ours. */
export function receiveSubmitted(body: unknown, context: Context): Submitted | null {
  const who = whoOf(body, context);
  const { view } = body as Body;
  const act = view?.callback_id === undefined ? null : readId(view.callback_id);
  if (who === null || act === null || view?.id === undefined) return null;
  const { ticket, from } = readMetadata(view.private_metadata ?? "");
  return { who, act, ticket, values: readState(view.state?.values), from, view: view.id };
}

/** What was typed into a select that looks its options up; null for what is not ours. */
export function receiveSearch(body: unknown): { field: string; typed: string } | null {
  const { block_id, value } = body as { block_id?: string; value?: string };
  const field = readFieldBlock(block_id ?? "");
  return field === null ? null : { field, typed: value ?? "" };
}

function cardOf({ type, is_ephemeral, channel_id, message_ts }: NonNullable<Body["container"]> = {}): CardPlace | null {
  const [channel, reference] = [channelIn(channel_id), message_ts];
  if (type !== "message" || is_ephemeral === true || channel === null || reference === undefined) return null;
  return /^\d{1,12}\.\d{1,8}$/.test(reference) ? { channel, reference } : null;
}

function surfaceOf(view: string | undefined, ephemeral: boolean): Surface {
  if (view === "home") return "home";
  if (view !== undefined) return "modal";
  return ephemeral ? "ephemeral" : "message";
}

/** What Slack calls places that not everybody can read, in the stead of their names. */
const privateNames = /^(privategroup|directmessage|mpdm-.*)$/;

/** Where something was done. Only a command tells the name of its channel, and by it whether everybody can read there. */
function fromOf(id: string | undefined, name?: string): From {
  const channel = channelIn(id);
  const open = channel?.startsWith("C") === true && name !== undefined && name !== "" && !privateNames.test(name);
  return { channel, ...(open ? { open } : {}) };
}

/** A channel that recommendations can go to: not a direct message. */
function channelIn(id: string | undefined): string | null {
  return id !== undefined && isId(id) && /^[CG]/.test(id) ? id : null;
}
