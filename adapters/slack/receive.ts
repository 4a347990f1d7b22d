import type { Act, Values, Who } from "#core";
import { isId, readFieldBlock, readId, readMetadata } from "./codes.ts";
import { tenantOf } from "./installations.ts";
import type { Payload } from "./payload.ts";
import { readState } from "./state.ts";

/** What Bolt found out about a payload besides the payload. */
export type Context = { teamId?: string; enterpriseId?: string; isEnterpriseInstall?: boolean };

/** Where a button stood: it decides where the answer goes. */
type Surface = "modal" | "message" | "ephemeral" | "home";

export type Pressed = {
  who: Who;
  act: Act | "old";
  about: string;
  values: Values;
  channel: string | null;
  surface: Surface;
  trigger: string;
  view: { id: string; hash: string } | null;
};

export type Submitted = {
  who: Who;
  act: Act | "old";
  ticket: string;
  values: Values;
  channel: string | null;
  view: string;
};
export type Asked = { who: Who; words: string; channel: string | null; trigger: string };

/** Who acts: by the payload that Slack signed, never by what a view carries. Null where somebody is missing. */
export function whoOf({ user, user_id }: Payload, context: Context): Who | null {
  const person = user?.id ?? user_id;
  const tenant = tenantOf(context);
  return person === undefined || tenant === null ? null : { tenant: { platform: "slack", id: tenant }, person };
}

/** A typed command or a shortcut: a shortcut says nothing, and may have no channel. */
export function receiveAsked(payload: Payload, context: Context): Asked | null {
  const who = whoOf(payload, context);
  const { text, trigger_id, channel_id, channel } = payload;
  if (who === null || trigger_id === undefined) return null;
  return { who, words: text ?? "", channel: channelIn(channel_id ?? channel?.id), trigger: trigger_id };
}

/** A button or a choice that acts at once; null for what is not ours. */
export function receivePressed(payload: Payload, context: Context): Pressed | null {
  const who = whoOf(payload, context);
  const { actions, view, container, channel, trigger_id } = payload;
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
    channel: carried.channel ?? channelIn(channel?.id ?? container?.channel_id),
    surface: surfaceOf(view?.type, container?.is_ephemeral === true),
    trigger: trigger_id ?? "",
    view: view?.id === undefined ? null : { id: view.id, hash: view.hash ?? "" },
  };
}

/** A form that was sent; null for what is not ours. */
export function receiveSubmitted(payload: Payload, context: Context): Submitted | null {
  const who = whoOf(payload, context);
  const { view } = payload;
  const act = view?.callback_id === undefined ? null : readId(view.callback_id);
  if (who === null || act === null || view?.id === undefined) return null;
  const { ticket, channel } = readMetadata(view.private_metadata ?? "");
  return { who, act, ticket, values: readState(view.state?.values), channel, view: view.id };
}

/** What was typed into a select that looks its options up; null for what is not ours. */
export function receiveSearch({ block_id, value }: Payload): { field: string; typed: string } | null {
  const field = readFieldBlock(block_id ?? "");
  return field === null ? null : { field, typed: value ?? "" };
}

function surfaceOf(view: string | undefined, ephemeral: boolean): Surface {
  if (view === "home") return "home";
  if (view !== undefined) return "modal";
  return ephemeral ? "ephemeral" : "message";
}

/** A channel that recommendations can go to: not a direct message. */
function channelIn(id: string | undefined): string | null {
  return id !== undefined && isId(id) && /^[CG]/.test(id) ? id : null;
}
