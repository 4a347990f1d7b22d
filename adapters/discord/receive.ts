import {
  type Act,
  type CardPlace,
  exportAmong,
  type Place,
  typedName,
  type Values,
  type Who,
  writePerson,
} from "#core";
import { answeredBy, answerTo, isChannel, type Picked, readId, readPick } from "./codes.ts";
import { optionWords, searchOf, verbOf } from "./commands.ts";
import { rightWords, channelMessages as words } from "./message-words.ts";
import type { Payload, PayloadChannel } from "./payload.ts";
import { isId } from "./text.ts";

/** Where to answer: the id and the token of what was done. The token lives fifteen minutes. */
export type InteractionRef = { id: string; application: string; token: string };

export type Heard = { who: Who; interaction: InteractionRef; place: Place };
/** `file`: the address of a usage export that was handed over, empty where Discord tells none; null: there is none. */
export type Command = Heard & { words: string; picked: Picked; file: string | null };
export type Search = Heard & { field: "about" | "plans" | "explain"; typed: string };
/** What stands on a message: whether only this person sees it, and the channel that was picked on it. */
type OnMessage = { own: boolean; picked: Picked };
export type Pressed = Heard &
  OnMessage & {
    act: Act | "old";
    about: string;
    values: Values;
    /** Why the channel picked now cannot be posted to. */
    problem: string | null;
  };
export type Submitted = Heard & OnMessage & { ticket: string; act: Act | "old"; values: Values };

/** Who acts and where. Null where something that every interaction has is missing. */
function heardOf(payload: Payload, picked: Picked = null): Heard | null {
  const { id, token, application_id, guild_id, authorizing_integration_owners: owners } = payload;
  const person = payload.member?.user?.id ?? payload.user?.id;
  if (person === undefined) return null;
  // In a guild that the bot itself is not in, what a person does there is theirs alone.
  const inGuild = guild_id !== undefined && (owners === undefined || owners["0"] === guild_id);
  const may = inGuild && missing(payload.app_permissions, payload.channel?.type) === null && mayWrite(payload);
  const text = payload.channel?.type === undefined || textTypes.includes(payload.channel.type);
  return {
    who: { tenant: { platform: "discord", id: inGuild ? guild_id : `@${person}` }, person },
    interaction: { id, token, application: application_id },
    place: {
      channel: may && text ? (payload.channel_id ?? null) : null,
      // Whoever does something in a channel can read it, whether or not anything can be posted there.
      from: inGuild ? (payload.channel_id ?? null) : null,
      nowhere: !inGuild,
      thread: answeredBy(picked),
    },
  };
}

/** The message on which a button was pressed, where it is one of ours that its whole channel sees. */
function cardOf({ message, channel_id, application_id }: Payload): CardPlace | null {
  const own = ((message?.flags ?? 0) & 64) !== 0;
  if (message?.id === undefined || channel_id === undefined || own) return null;
  return message.author?.id === application_id ? { channel: channel_id, reference: message.id } : null;
}

const textTypes = [0, 5, 10, 11, 12];

/** A command as one line: its verb, then all that was typed into its options, so that nothing of it is dropped. */
export function receiveCommand(payload: Payload): Command | null {
  const verb = payload.type === 2 ? verbOf(payload.data?.name ?? "") : null;
  const { target_id } = payload.data ?? {};
  const picked = target_id === undefined ? null : answerTo(target_id);
  const heard = verb === null ? null : heardOf(payload, picked);
  if (verb === null || heard === null) return null;
  const command = payload.data?.name ?? "";
  if (verb === "usage") {
    const [given] = payload.data?.options ?? [];
    return { ...heard, picked, words: verb, file: addressOf(payload, given?.value) };
  }
  const attached = payload.data?.resolved?.messages?.[target_id ?? ""]?.attachments ?? [];
  const file = exportAmong(attached.map(({ filename, url }) => ({ name: filename, url })));
  const given = (payload.data?.options ?? []).map(({ name, value }) => optionWords(command, name, value));
  return { ...heard, picked, words: [verb, ...given].filter((part) => part !== "").join(" "), file };
}

/** Where a file is that was attached, by its id; empty where Discord tells no address. */
function addressOf({ data }: Payload, id: unknown): string {
  return (typeof id === "string" ? data?.resolved?.attachments?.[id]?.url : undefined) ?? "";
}

/** What is being typed into an option that can be searched. */
export function receiveSearch(payload: Payload): Search | null {
  const heard = payload.type === 4 ? heardOf(payload) : null;
  const option = payload.data?.options?.find((each) => each.focused === true);
  const field = searchOf(payload.data?.name ?? "", option?.name ?? "");
  if (heard === null || field === null) return null;
  return { ...heard, field, typed: typeof option?.value === "string" ? option.value : "" };
}

export function receivePressed(payload: Payload): Pressed | null {
  const id = readId(payload.data?.custom_id ?? "");
  const heard = payload.type === 3 ? heardOf(payload, id?.picked) : null;
  if (heard === null || id === null) return null;
  const [value] = payload.data?.values ?? [];
  const own = isOwn(payload);
  if (id.act === "pick") {
    const { ticket, field } = readPick(id.about);
    return { ...heard, ...id, about: ticket, values: { [field]: pickedPerson(payload) }, problem: null, own };
  }
  if (payload.data?.component_type !== channelSelect) {
    const values: Values = value === undefined ? {} : { [id.act]: value };
    if (id.act === "post" && isChannel(id.picked)) values.channel = id.picked;
    // An answer to a message stands where the message does.
    else if (id.act === "post" && heard.place.thread != null) values.channel = heard.place.channel;
    return { ...heard, ...id, place: { ...heard.place, card: cardOf(payload) }, values, problem: null, own };
  }
  if (value === undefined || !isId(value)) return null;
  const problem = channelProblem(payload.data.resolved?.channels?.[value]);
  // What cannot be posted to is not picked, and neither is anything else.
  const picked = problem === null ? value : "none";
  return { ...heard, place: { ...heard.place, thread: null }, ...id, values: {}, picked, problem, own };
}

/** Who was picked in a select for a person, as the server calls them; null for nobody any more. */
function pickedPerson({ data }: Payload): string | null {
  const [id] = data?.values ?? [];
  if (id === undefined || !isId(id)) return null;
  const { members, users } = data?.resolved ?? {};
  const names = [members?.[id]?.nick, users?.[id]?.global_name, users?.[id]?.username];
  return writePerson(id, names.find((each) => each !== undefined && each !== "") ?? null);
}

export function receiveSubmitted(payload: Payload): Submitted | null {
  const id = readId(payload.data?.custom_id ?? "");
  const heard = payload.type === 5 ? heardOf(payload, id?.picked) : null;
  if (heard === null || id === null) return null;
  const fields = (payload.data?.components ?? []).flatMap(({ component, components }) =>
    component === undefined ? (components ?? []) : [component],
  );
  const values: Values = Object.fromEntries(
    fields.flatMap(({ type, custom_id, value, values: chosen }) => {
      if (custom_id === undefined) return [];
      if (type === fileUpload) return [[custom_id, chosen?.[0] === undefined ? null : addressOf(payload, chosen[0])]];
      return [[custom_id, chosen ?? (typeof value === "string" ? typedName(value) : null)]];
    }),
  );
  const { act, about, picked } = id;
  return { ...heard, act, picked, ticket: about, values, own: isOwn(payload) };
}

/** A form that was not opened from a message has none to change. */
function isOwn({ message }: Payload): boolean {
  return ((message?.flags ?? 0) & 64) !== 0;
}

const channelSelect = 8;
const fileUpload = 19;

const rights = { view: 1n << 10n, send: 1n << 11n, sendInThreads: 1n << 38n };
const administrator = 1n << 3n;

/** The first right that is missing to write in a channel of a type; null where none is, or nobody says. */
function missing(permissions: string | undefined, type: number | undefined): keyof typeof rights | null {
  if (permissions === undefined) return null;
  const has = BigInt(permissions);
  if ((has & administrator) !== 0n) return null;
  const inThread = type !== undefined && type >= 10 && type <= 12;
  const needed = ["view", inThread ? "sendInThreads" : "send"] as const;
  return needed.find((right) => (has & rights[right]) === 0n) ?? null;
}

function mayWrite({ member, channel }: Payload): boolean {
  return missing(member?.permissions, channel?.type) === null;
}

/** Why nothing can be posted there: the app, or the person who wants it to, may not. */
function channelProblem(channel: PayloadChannel | undefined): string | null {
  if (channel === undefined) return null;
  const { app_permissions, permissions, type } = channel;
  const mine = missing(app_permissions, type);
  if (mine !== null) return words.mine(rightWords[mine]);
  const theirs = missing(permissions, type);
  return theirs === null ? null : words.theirs(rightWords[theirs]);
}
