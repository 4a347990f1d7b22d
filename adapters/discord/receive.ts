import type { Act, CardPlace, Place, Values, Who } from "#core";
import { readChannel, readId } from "./codes.ts";
import { isId } from "./text.ts";

/** A payload of an interaction, as far as it is read here. Everything may be missing: it comes from outside. */
export type Payload = {
  id?: string;
  application_id?: string;
  type?: number;
  token?: string;
  guild_id?: string;
  channel_id?: string;
  channel?: { id?: string; type?: number };
  app_permissions?: string;
  authorizing_integration_owners?: Record<string, string>;
  member?: { user?: { id?: string }; permissions?: string };
  user?: { id?: string };
  message?: { id?: string; flags?: number; author?: { id?: string } };
  data?: {
    name?: string;
    custom_id?: string;
    component_type?: number;
    values?: string[];
    options?: { name?: string; type?: number; value?: unknown; focused?: boolean }[];
    resolved?: { channels?: Record<string, Channel> };
    components?: { component?: Answered; components?: Answered[] }[];
  };
};

type Channel = { id?: string; type?: number; permissions?: string | bigint; app_permissions?: string | bigint };
type Answered = { custom_id?: string; value?: string | null; values?: string[] };

/** Where to answer: the id and the token of what was done. The token lives fifteen minutes. */
export type InteractionRef = { id: string; application: string; token: string };

export type Heard = { who: Who; interaction: InteractionRef; place: Place };
export type Command = Heard & { words: string };
export type Search = Heard & { typed: string };
export type Pressed = Heard & {
  act: Act | "old";
  about: string;
  values: Values;
  /** The channel that stands chosen in the message, or was chosen now. */
  chosen: string | null;
  /** Why the channel chosen now cannot be posted to. */
  problem: string | null;
  /** Whether the button stands on a message that only this person sees. */
  own: boolean;
};
export type Submitted = Heard & { ticket: string; act: Act | "old"; values: Values; own: boolean };

/** Who acts and where. Null where something that every interaction has is missing. */
function heardOf(payload: Payload): Heard | null {
  const { id, token, application_id, guild_id, authorizing_integration_owners: owners } = payload;
  const person = payload.member?.user?.id ?? payload.user?.id;
  if (id === undefined || token === undefined || application_id === undefined || person === undefined) return null;
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

/** The command: what to do, a vendor, and words of one's own. */
export function receiveCommand(payload: Payload): Command | null {
  const heard = payload.type === 2 && payload.data?.name === "aicost" ? heardOf(payload) : null;
  if (heard === null) return null;
  const option = (name: string) => {
    const value = payload.data?.options?.find((each) => each.name === name)?.value;
    return typeof value === "string" ? value.trim() : "";
  };
  const [to, vendor, about] = [option("do"), option("vendor"), option("about")];
  // A vendor alone asks what is sold there.
  const verb = to === "" && vendor !== "" ? "plans" : to === "" && about !== "" ? "explain" : to;
  return { ...heard, words: [verb, verb === "plans" ? vendor || about : about || vendor].filter(Boolean).join(" ") };
}

/** What is being typed into the option for a vendor. */
export function receiveSearch(payload: Payload): Search | null {
  const heard = payload.type === 4 ? heardOf(payload) : null;
  const option = payload.data?.options?.find((each) => each.focused === true);
  if (heard === null || option?.name !== "vendor") return null;
  return { ...heard, typed: typeof option.value === "string" ? option.value : "" };
}

export function receivePressed(payload: Payload): Pressed | null {
  const heard = payload.type === 3 ? heardOf(payload) : null;
  const id = readId(payload.data?.custom_id ?? "");
  if (heard === null || id === null) return null;
  const { ticket, channel } = readChannel(id.about);
  const picked = payload.data?.component_type === 8 ? (payload.data.values?.[0] ?? null) : null;
  const found = picked === null ? undefined : payload.data?.resolved?.channels?.[picked];
  const chosen = picked !== null && isId(picked) ? picked : channel;
  const values: Values = { ...(chosen === null ? {} : { channel: chosen }) };
  if (picked === null && payload.data?.values?.[0] !== undefined) values[id.act] = payload.data.values[0];
  return {
    ...heard,
    place: { ...heard.place, card: cardOf(payload) },
    act: id.act,
    about: id.act === "post" ? ticket : id.about,
    values,
    chosen,
    problem: found === undefined ? null : channelProblem(found),
    own: ((payload.message?.flags ?? 0) & 64) !== 0,
  };
}

export function receiveSubmitted(payload: Payload): Submitted | null {
  const heard = payload.type === 5 ? heardOf(payload) : null;
  const id = readId(payload.data?.custom_id ?? "");
  if (heard === null || id === null) return null;
  const values: Values = {};
  for (const { component, components } of payload.data?.components ?? [])
    for (const each of component === undefined ? (components ?? []) : [component])
      if (each.custom_id !== undefined) values[each.custom_id] = each.values ?? each.value ?? null;
  // A form that was not opened from a message has none to change.
  const own = ((payload.message?.flags ?? 0) & 64) !== 0;
  return { ...heard, act: id.act, ticket: id.about, values, own };
}

const rights = { "View Channel": 1n << 10n, "Send Messages": 1n << 11n, "Send Messages in Threads": 1n << 38n };
const administrator = 1n << 3n;

/** The first right that is missing to write in a channel of a type; null where none is, or nobody says. */
function missing(permissions: string | bigint | undefined, type: number | undefined): string | null {
  if (permissions === undefined || !/^\d+$/.test(String(permissions))) return null;
  const has = BigInt(permissions);
  if ((has & administrator) !== 0n) return null;
  const inThread = type !== undefined && type >= 10 && type <= 12;
  const needed = ["View Channel", inThread ? "Send Messages in Threads" : "Send Messages"] as const;
  return needed.find((right) => (has & rights[right]) === 0n) ?? null;
}

function mayWrite({ member, channel }: Payload): boolean {
  return missing(member?.permissions, channel?.type) === null;
}

/** Why nothing can be posted there: the app, or the person who wants it to, may not. */
function channelProblem({ app_permissions, permissions, type }: Channel): string | null {
  const mine = missing(app_permissions, type);
  if (mine !== null)
    return `aicost may not write there: it needs "${mine}" in that channel. Choose another one, or have it given.`;
  const theirs = missing(permissions, type);
  return theirs === null ? null : `You may not write there yourself: you need "${theirs}". Choose another channel.`;
}
