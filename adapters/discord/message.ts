import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ChannelType,
  ComponentType,
  MessageFlags,
} from "discord.js";
import { type Action, clean, type Field, type Reply, shortened } from "#core";
import { customId, isChannel, type Picked } from "./codes.ts";
import { most } from "./limits.ts";
import { optionsOf } from "./options.ts";
import { linesOf } from "./render.ts";
import { escaped } from "./text.ts";

/** A message as every route takes it. One style of rendering: components, and never content or embeds. */
export type DiscordMessage = {
  flags: number;
  components: APIMessageTopLevelComponent[];
  allowed_mentions: { parse: [] };
};

/** The only place where a message is made. */
function write(texts: string[], rows: APIMessageTopLevelComponent[], flags: number): DiscordMessage {
  return {
    flags: MessageFlags.IsComponentsV2 | flags,
    components: [...textBlocks(texts), ...rows],
    allowed_mentions: { parse: [] },
  };
}

/** Lines as one text; what is too long for a message is cut between lines, as a last resort: pages are cut before. */
export function textBlocks(lines: string[]): APITextDisplayComponent[] {
  const text = lines.join("\n").replace(/^\n+/, "");
  const shown = text.length <= most.text ? text : text.slice(0, text.lastIndexOf("\n", most.text - 2)).concat("\n…");
  return [{ type: ComponentType.TextDisplay, content: shown.trim() === "" ? "-" : shown }];
}

/**
 * Where a reply would be posted to: the channel that was picked; or `usual`, where none was yet. `problem`: why what was
 * picked cannot be posted to.
 */
export type Target = { picked: Picked; usual: string | null; problem: string | null };

/** What a person sees: only they do. */
export function renderReply(reply: Reply, place: Target): DiscordMessage {
  const { screen, ticket, notice } = reply;
  // A channel is chosen in the message, so that what is wrong with it is said there.
  const problem = place.problem ?? screen.fields.find((field) => field.field === "channel")?.problem ?? null;
  const lines = [
    `## ${escaped(shortened(screen.title.trim() || "-", 120))}`,
    ...(screen.step === null ? [] : [`-# Step ${screen.step.at} of ${screen.step.of} - ${screen.step.name}`]),
    ...(notice === null ? [] : [`**${escaped(shortened(notice.trim() || "-", 200))}**`]),
    ...(problem === null || problem.trim() === "" ? [] : [`**${escaped(shortened(problem, 300))}**`]),
    ...screen.body.flatMap(linesOf),
  ];
  const asked = ticket === null ? [] : screen.fields.filter((field) => inForm(field));
  const used = lines.join("\n").length;
  return write(
    [...lines, ...questionLines(asked, most.text - used - 20)],
    rowsOf(reply, place),
    MessageFlags.Ephemeral,
  );
}

/** Fields of the form; a channel, and what acts at once, are chosen in the message. */
export function inForm(field: Field): boolean {
  return field.field !== "channel" && field.instant === undefined;
}

/** What the form will ask, in full: its own labels are short. Problems first: they are why it is shown again. */
function questionLines(fields: readonly Field[], room: number): string[] {
  const lines = fields.flatMap((field) => [
    ...(field.problem === null
      ? []
      : [`**${escaped(shortened(field.label, 100))}: ${escaped(shortened(field.problem, 200))}**`]),
  ]);
  const questions = fields.map((field) => `- ${[field.label, field.hint].filter(Boolean).map(escaped).join(" ")}`);
  const kept: string[] = [];
  let left = room;
  for (const line of [...lines, ...(questions.length === 0 ? [] : ["", "**Asked here**"]), ...questions]) {
    if (line.length + 1 > left) break;
    kept.push(line);
    left -= line.length + 1;
  }
  return kept;
}

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

function rowsOf({ screen, ticket }: Reply, { picked, usual }: Target): Row[] {
  const channel = picked ?? usual ?? "none";
  // Rows are few: one is left for buttons.
  const selects = screen.fields
    .flatMap((field, at) => selectRows(field, ticket ?? "", { picked, channel }, at))
    .slice(0, most.rows - 1);
  const instant = new Set(screen.fields.map((field) => field.instant));
  const actions = screen.actions
    .filter(({ action }) => !(selects.length > 0 && instant.has(action)))
    .map((each): Action => {
      if (each.action === "next" && screen.fields.some(inForm)) return { ...each, label: "Answer", weight: "main" };
      return each.action === "post" ? { ...each, weight: "main" } : each;
    });
  const cancel: Action[] = ticket === null ? [] : [{ action: "cancel", label: "Close" }];
  const room = most.rows - selects.length;
  // Post does what the message shows; everything else remembers what was picked.
  const carried = (action: Action) => (action.action === "post" ? channel : picked);
  return [...selects, ...buttonRows([...actions, ...cancel], ticket ?? "", carried).slice(0, Math.max(1, room))];
}

export function buttonRows(actions: readonly Action[], ticket: string, carried: (action: Action) => Picked): Row[] {
  const buttons = actions
    .slice(0, most.buttonsInRow * most.rows)
    .map((action, at) => button(action, customId(action.action, action.about ?? ticket, at + 1, carried(action))));
  return Array.from({ length: Math.ceil(buttons.length / most.buttonsInRow) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: buttons.slice(row * most.buttonsInRow, (row + 1) * most.buttonsInRow),
  }));
}

function button({ label, weight }: Action, custom_id: string): APIButtonComponentWithCustomId {
  const styles = { main: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;
  const words = clean(label).trim() || "-";
  return {
    type: ComponentType.Button,
    custom_id,
    label: shortened(words, most.button),
    style: weight === undefined ? ButtonStyle.Secondary : styles[weight],
  };
}

function selectRows(field: Field, ticket: string, to: { picked: Picked; channel: Picked }, place: number): Row[] {
  if (field.field === "channel" && ticket !== "") {
    return [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.ChannelSelect,
            // The review again, with another channel chosen.
            custom_id: customId("edit", ticket, 90 + place),
            placeholder: shortened(clean(field.label).trim() || "-", most.placeholder),
            channel_types: [...channelTypes],
            ...(isChannel(to.channel) ? { default_values: [{ id: to.channel, type: "channel" as never }] } : {}),
          },
        ],
      },
    ];
  }
  if (field.field !== "choice" || field.instant === undefined || field.options.length === 0) return [];
  const options = optionsOf(field.options);
  // Two rows at most: buttons need the others.
  return Array.from({ length: Math.min(2, Math.ceil(options.length / most.options)) }, (_, at) => ({
    type: ComponentType.ActionRow as const,
    components: [
      {
        type: ComponentType.StringSelect as const,
        custom_id: customId(field.instant ?? "edit", ticket, 10 * (place + 1) + at, to.picked),
        placeholder: shortened(clean(field.label).trim() || "-", most.placeholder),
        options: options.slice(at * most.options, (at + 1) * most.options),
      },
    ],
  }));
}

/** Where a card can stand: text channels, announcements and threads. */
const channelTypes = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const;
