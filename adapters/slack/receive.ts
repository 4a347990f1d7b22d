import { type CardPlace, exportAmong, type Values, type Who } from "#core";
import { placeOf, readFieldBlock, readId, readMetadata, type SlackAct, type ViewPlace } from "./codes.ts";
import { tenantOf } from "./installations.ts";
import type { Payload } from "./payload.ts";
import { readState } from "./state.ts";

/** What Bolt found out about a payload besides the payload. */
export type Context = {
  teamId?: string;
  enterpriseId?: string;
  isEnterpriseInstall?: boolean;
  /** The app is not installed there; or that could not be found out. */
  missing?: boolean;
  failed?: boolean;
  /** Says that it is not answered, see `Steps`. */
  ignored?: () => void;
};

/** Where a button stood: it decides where the answer goes. */
type Surface = "modal" | "message" | "ephemeral" | "home";

export type Pressed = {
  who: Who;
  act: SlackAct | "old";
  about: string;
  values: Values;
  place: ViewPlace;
  surface: Surface;
  trigger: string;
  view: { id: string; hash: string } | null;
};

export type Submitted = {
  who: Who;
  act: SlackAct | "old";
  ticket: string;
  values: Values;
  place: ViewPlace;
  view: string;
};
/** `file`: the address of a usage export on the message that was asked about, empty where Slack tells none; null: no export. */
export type Asked = { who: Who; words: string; place: ViewPlace; trigger: string; file: string | null };

/** Who acts: by the payload that Slack signed, never by what a view carries. Null where somebody is missing. */
export function whoOf({ user, user_id }: Payload, context: Context): Who | null {
  const person = user?.id ?? user_id;
  const tenant = tenantOf(context);
  return person === undefined || tenant === null ? null : { tenant: { platform: "slack", id: tenant }, person };
}

/** What Slack calls places that not everybody can read, in the stead of their names. */
const privateNames = /^(privategroup|directmessage|mpdm-.*)$/;

/** A typed command or a shortcut: a shortcut says nothing, and may have no channel. One on a message goes into its thread. */
export function receiveAsked(payload: Payload, context: Context): Asked | null {
  const who = whoOf(payload, context);
  const { text, trigger_id, channel_id, channel_name = "", channel, message } = payload;
  if (who === null || trigger_id === undefined) return null;
  const id = channel_id ?? channel?.id;
  // Only a command tells the name. What is public in one workspace of an organisation is not so in the others.
  const told = context.isEnterpriseInstall !== true && channel_name !== "";
  const open = told && id?.startsWith("C") === true && !privateNames.test(channel_name);
  const place = placeOf(id, message?.thread_ts ?? message?.ts, open);
  return { who, words: text ?? "", place, trigger: trigger_id, file: exportOn(message) };
}

function exportOn(message: Payload["message"]): string | null {
  return exportAmong((message?.files ?? []).map((file) => ({ name: file?.name, url: file?.url_private_download })));
}

/** A button or a choice that acts at once; null for what is not ours. */
export function receivePressed(payload: Payload, context: Context): Pressed | null {
  const who = whoOf(payload, context);
  const { actions, view, container, message, channel, trigger_id } = payload;
  const [action] = actions ?? [];
  const act = action?.action_id === undefined ? null : readId(action.action_id);
  if (who === null || act === null || action === undefined) return null;
  const carried = readMetadata(view?.private_metadata ?? "");
  const chosen = action.selected_option?.value;
  const values = readState(view?.state?.values);
  const named = carried.place.picked ?? null;
  const picked = typeof values.channel === "string" ? values.channel : named;
  return {
    who,
    // Nothing is posted but to the channel that the button names: where another one was chosen meanwhile, that is shown first.
    act: act === "post" && picked !== named ? "edit" : act,
    about: action.value ?? carried.ticket,
    values: { ...values, channel: picked, ...(chosen === undefined ? {} : { [act]: chosen }) },
    // Only a message that stands in a thread has one: nobody asked for a thread below the card.
    place: {
      ...(carried.place.channel === null
        ? placeOf(channel?.id ?? container?.channel_id, container?.thread_ts ?? message?.thread_ts)
        : carried.place),
      picked,
      card: cardOf(container),
    },
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
  const { ticket, place } = readMetadata(view.private_metadata ?? "");
  return { who, act, ticket, values: readState(view.state?.values), place, view: view.id };
}

/** What was typed into a select that looks its options up; null for what is not ours. */
export function receiveSearch({ block_id, value }: Payload): { field: string; typed: string } | null {
  const field = readFieldBlock(block_id ?? "");
  return field === null ? null : { field, typed: value ?? "" };
}

function cardOf({
  type,
  is_ephemeral,
  channel_id,
  message_ts,
}: NonNullable<Payload["container"]> = {}): CardPlace | null {
  const [{ channel }, reference] = [placeOf(channel_id, undefined), message_ts];
  if (type !== "message" || is_ephemeral === true || channel === null || reference === undefined) return null;
  return /^\d{1,12}\.\d{1,8}$/.test(reference) ? { channel, reference } : null;
}

function surfaceOf(view: string | undefined, ephemeral: boolean): Surface {
  if (view === "home") return "home";
  if (view !== undefined) return "modal";
  return ephemeral ? "ephemeral" : "message";
}
