import {
  type APIButtonComponentWithCustomId,
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from "discord.js";
import { type Action, clean, type Field, type Reply, shortened, stepTitle } from "#core";
import { answeredBy, customId, isChannel, type Picked } from "./codes.ts";
import { most } from "./limits.ts";
import { messageWords as words } from "./message-words.ts";
import { linesOf } from "./render.ts";
import { formFields, peopleLines, peopleOf, type Row, selectRows } from "./selects.ts";
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
 * picked cannot be posted to. `nameOf`: what a channel is called, as far as that was heard.
 */
export type Target = {
  picked: Picked;
  usual: string | null;
  problem: string | null;
  nameOf?: (channel: string) => string | undefined;
};

/** What a person sees: only they do. */
export function renderReply(reply: Reply, place: Target): DiscordMessage {
  const { screen, ticket, notice } = reply;
  // A channel is chosen in the message, so that what is wrong with it is said there.
  const problem = place.problem ?? screen.fields.find((field) => field.field === "channel")?.problem ?? null;
  const lines = [
    `## ${escaped(shortened(screen.title.trim() || "-", 120))}`,
    ...(screen.step === null ? [] : [`-# ${stepTitle(screen.step)}`]),
    ...(notice === null ? [] : [`**${escaped(shortened(notice.trim() || "-", 200))}**`]),
    ...(problem === null || problem.trim() === "" ? [] : [`**${escaped(shortened(problem, 300))}**`]),
    ...screen.body.flatMap(linesOf),
    ...(ticket === null ? [] : peopleLines(screen)),
  ];
  const asked = ticket === null ? [] : formFields(screen);
  const used = lines.join("\n").length;
  return write(
    [...lines, ...questionLines(asked, most.text - used - 20)],
    [...fileOf(screen), ...rowsOf(reply, place)],
    MessageFlags.Ephemeral,
  );
}

/** Where the file of a screen is shown: it is sent beside the message. */
function fileOf({ file }: Reply["screen"]): APIMessageTopLevelComponent[] {
  return file === undefined ? [] : [{ type: ComponentType.File, file: { url: `attachment://${file.name}` } }];
}

/** What the form cannot show in full: its labels are short. Problems first: they are why it is shown again. */
function questionLines(fields: readonly Field[], room: number): string[] {
  const lines = fields.flatMap((field) => [
    ...(field.problem === null
      ? []
      : [`**${escaped(shortened(field.label, 100))}: ${escaped(shortened(field.problem, 200))}**`]),
  ]);
  const questions = fields
    .filter(({ label, hint }) => label.length > most.label || hint.length > most.description)
    .map(({ label, hint }) => `- ${[label, hint].filter(Boolean).map(escaped).join(" ")}`);
  const kept: string[] = [];
  let left = room;
  for (const line of [...lines, ...(questions.length === 0 ? [] : ["", "**Asked here**"]), ...questions]) {
    if (line.length + 1 > left) break;
    kept.push(line);
    left -= line.length + 1;
  }
  return kept;
}

function rowsOf({ screen, ticket }: Reply, { picked, usual, nameOf }: Target): Row[] {
  const answers = answeredBy(picked) !== null;
  const channel = (answers ? usual : (picked ?? usual)) ?? "none";
  const people = peopleOf(screen);
  // Rows are few: one is left for buttons.
  const selects = screen.fields
    .flatMap((field, at) => selectRows(field, ticket ?? "", { picked, channel, people }, at))
    .slice(0, most.rows - 1);
  const instant = new Set(screen.fields.map((field) => field.instant));
  const hasMain = screen.actions.some(({ weight }) => weight === "main");
  const actions = screen.actions
    .filter(({ action }) => !(selects.length > 0 && instant.has(action)))
    .map((each): Action => {
      // The form opens from the message: this button leads to it, and the form has a button of its own.
      if (each.action === "next" && formFields(screen).length > 0)
        return { ...each, label: each.opens ?? each.label, ...(hasMain ? {} : { weight: "main" }) };
      // Posting is for everybody to see: the button says where.
      const name = each.action === "post" ? nameOf?.(channel) : undefined;
      const unnamed = isChannel(channel) ? words.postHere : each.label;
      const label = answers ? words.postAsReply : name === undefined ? unnamed : words.postTo(name);
      return each.action === "post" ? { ...each, label, weight: "main" } : each;
    });
  const cancel: Action[] = ticket === null ? [] : [{ action: "cancel", label: words.close }];
  const room = most.rows - selects.length;
  // Post does what the message shows; everything else remembers what was picked.
  const carried = (action: Action) => (action.action === "post" && !answers ? channel : picked);
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
