import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  type REST,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from "discord.js";
import { decisionStates, stateWords } from "#core";

const textOption = (name: string, description: string, more: { autocomplete?: true; required?: true } = {}) => ({
  type: ApplicationCommandOptionType.String as const,
  name,
  description,
  ...more,
});
type Option = APIApplicationCommandBasicOption;

/** What narrows the list of decisions; each is named as people type it elsewhere. */
const filterOptions: Option[] = [
  textOption("vendor", "Such as: openai"),
  textOption("owner", "Part of the name of a budget owner"),
  {
    type: ApplicationCommandOptionType.String,
    name: "state",
    description: "How a decision stands",
    choices: decisionStates.map((state) => ({ name: stateWords[state], value: state })),
  },
  {
    type: ApplicationCommandOptionType.Number,
    name: "over",
    description: "More than so many dollars a month for one budget",
    min_value: 0,
  },
  {
    type: ApplicationCommandOptionType.Integer,
    name: "older",
    description: "Made more than so many days ago",
    min_value: 0,
    max_value: 1_000,
  },
];

const everywhere = {
  type: ApplicationCommandType.ChatInput as const,
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

const fileHint = "A usage export as CSV or JSON, up to 5 MB";

/** The verbs that are commands of their own. `option`: what belongs to the verb; `more`: what narrows it. */
const verbs: { verb: string; description: string; option?: ReturnType<typeof textOption>; more?: Option[] }[] = [
  {
    verb: "plans",
    description: "What is sold, by a vendor, as a product, or on a route",
    option: textOption("of", "A vendor, a product or a route", { autocomplete: true }),
  },
  {
    verb: "estimate",
    description: "What work costs, as a range",
    option: textOption("work", "Such as: images accepted=1000 acceptanceRate=50% resolution=1k vendor=google", {
      required: true,
    }),
  },
  {
    verb: "compare",
    description: "The same finished work in dollars with each vendor",
    option: textOption(
      "work",
      "Such as: media accepted=20 acceptanceRate=40% seconds=8 resolution=1080p vendors=kling,runway",
    ),
  },
  {
    verb: "explain",
    description: "A topic, an id, or a question in your own words",
    option: textOption("topic", "Such as: traps, or: how many Kling credits is $20 of OpenAI?", { autocomplete: true }),
  },
  {
    verb: "decisions",
    description: "What was decided here",
    option: textOption("name", "Part of the name of a decision; or: totals, export"),
    more: filterOptions,
  },
  { verb: "catalogue", description: "How fresh the prices are, by vendor" },
  {
    verb: "balances",
    description: "What the team holds, and when it expires",
    option: textOption("of", "Part of a product's name"),
  },
  {
    verb: "usage",
    description: "What your real usage costs, from a vendor's export",
    more: [{ type: ApplicationCommandOptionType.Attachment, name: "file", description: fileHint, required: true }],
  },
  { verb: "settings", description: "The usual channel, and what is kept of you" },
  {
    verb: "link",
    description: "Shows decisions of your team in Slack and in Discord",
    option: textOption("code", "The code from the other side; empty: a new one"),
  },
  { verb: "unlink", description: "Ends the link with the other side" },
  { verb: "help", description: "What can be typed, with examples" },
];

const prefix = "aicost-";

/** The command on a message: the questions, whose card answers that message. */
const onMessage = "How to pay for this";

/** The commands as Discord is told of them: for guilds and for persons, in guilds and in direct messages. */
export const commands: RESTPutAPIApplicationCommandsJSONBody = [
  {
    ...everywhere,
    name: "aicost",
    description: "How to pay for AI work",
    description_localizations: {
      [Locale.German]: "Wie man KI-Arbeit bezahlt",
      [Locale.French]: "Comment payer le travail de l'IA",
      [Locale.SpanishES]: "Cómo pagar el trabajo con IA",
      [Locale.PortugueseBR]: "Como pagar pelo trabalho com IA",
    },
    options: [
      textOption("about", "One line of work, a product, a topic or a question; empty: the questions", {
        autocomplete: true,
      }),
    ],
  },
  ...verbs.map(({ verb, description, option, more = [] }) => ({
    ...everywhere,
    name: `${prefix}${verb}`,
    description,
    options: option === undefined ? more : [option, ...more],
  })),
  { ...everywhere, type: ApplicationCommandType.Message, name: onMessage },
];

/** How a person types a verb with what belongs to it. */
export function typed(verb: string, rest: string): string {
  const own = verbs.find((each) => each.verb === verb);
  if (own === undefined) return ["/aicost", `${verb} ${rest}`.trim()].filter((part) => part !== "").join(" about:");
  return `/${prefix}${verb}${rest === "" || own.option === undefined ? "" : ` ${own.option.name}:${rest}`}`;
}

/** The verb of a command of ours, empty for the one without; null for others'. */
export function verbOf(command: string): string | null {
  if (command === "aicost" || command === onMessage) return "";
  return verbs.find(({ verb }) => command === `${prefix}${verb}`)?.verb ?? null;
}

/** A value of an option as it is typed elsewhere: `vendor:"openai"` for what narrows a list, else as it stands. */
export function optionWords(command: string, option: string, value: unknown): string {
  const words = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : "";
  if (verbOf(command) !== "decisions" || words === "") return words;
  if (!filterOptions.some(({ name }) => name === option)) return words;
  return option === "older" ? `older:${words}d` : `${option}:"${words.replaceAll('"', " ")}"`;
}

/** What the search of an option is about, as the app knows it; null for an option without one. */
export function searchOf(command: string, option: string): "about" | "plans" | "explain" | null {
  if (command === "aicost") return option === "about" ? "about" : null;
  if (verbOf(command) === "plans") return option === "of" ? "plans" : null;
  return verbOf(command) === "explain" && option === "topic" ? "explain" : null;
}

/** Whether what is registered is what should be. What Discord adds by itself does not count. */
export function isCurrent(registered: readonly unknown[]): boolean {
  const named = (name: string) => registered.find((each) => (each as { name?: unknown } | null)?.name === name);
  return registered.length === commands.length && commands.every((each) => covers(named(each.name), each));
}

function covers(has: unknown, wants: unknown): boolean {
  if (wants === null || wants === undefined) return has === null || has === undefined;
  if (Array.isArray(wants))
    return Array.isArray(has) && has.length === wants.length && wants.every((each, at) => covers(has[at], each));
  if (typeof wants !== "object") return has === wants;
  return (
    typeof has === "object" &&
    has !== null &&
    Object.entries(wants).every(([key, value]) => covers((has as Record<string, unknown>)[key], value))
  );
}

/** Registers the commands where they are not registered like this already: Discord counts writes. Says what was done. */
export async function register(rest: REST, guild: string | null): Promise<"written" | "current"> {
  const { id } = (await rest.get(Routes.currentApplication())) as { id: string };
  const route = guild === null ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guild);
  const query = new URLSearchParams({ with_localizations: "true" });
  if (isCurrent((await rest.get(route, { query })) as unknown[])) return "current";
  await rest.put(route, { body: commands });
  return "written";
}
