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
import { commandWords, filterWords, onMessage, verbWords } from "./command-words.ts";

const textOption = (name: string, description: string, more: { autocomplete?: true; required?: true } = {}) => ({
  type: ApplicationCommandOptionType.String as const,
  name,
  description,
  ...more,
});
type Option = APIApplicationCommandBasicOption;

/** What narrows the list of decisions; each is named as people type it elsewhere. */
const filterOptions: Option[] = [
  textOption("vendor", filterWords.vendor),
  textOption("owner", filterWords.owner),
  {
    type: ApplicationCommandOptionType.String,
    name: "state",
    description: filterWords.state,
    choices: decisionStates.map((state) => ({ name: stateWords[state], value: state })),
  },
  {
    type: ApplicationCommandOptionType.Number,
    name: "over",
    description: filterWords.over,
    min_value: 0,
  },
  {
    type: ApplicationCommandOptionType.Integer,
    name: "older",
    description: filterWords.older,
    min_value: 0,
    max_value: 1_000,
  },
];

const everywhere = {
  type: ApplicationCommandType.ChatInput as const,
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

/** The verbs that are commands of their own. `option`: what belongs to the verb; `more`: what narrows it. */
const verbs: { verb: string; description: string; option?: ReturnType<typeof textOption>; more?: Option[] }[] = [
  {
    verb: "plans",
    description: verbWords.plans.does,
    option: textOption("of", verbWords.plans.of, { autocomplete: true }),
  },
  {
    verb: "estimate",
    description: verbWords.estimate.does,
    option: textOption("work", verbWords.estimate.work, {
      required: true,
    }),
  },
  {
    verb: "compare",
    description: verbWords.compare.does,
    option: textOption("work", verbWords.compare.work),
  },
  {
    verb: "explain",
    description: verbWords.explain.does,
    option: textOption("topic", verbWords.explain.topic, { autocomplete: true }),
  },
  {
    verb: "decisions",
    description: verbWords.decisions.does,
    option: textOption("name", verbWords.decisions.name),
    more: filterOptions,
  },
  { verb: "catalogue", description: verbWords.catalogue.does },
  {
    verb: "balances",
    description: verbWords.balances.does,
    option: textOption("of", verbWords.balances.of),
  },
  {
    verb: "usage",
    description: verbWords.usage.does,
    more: [
      {
        type: ApplicationCommandOptionType.Attachment,
        name: "file",
        description: verbWords.usage.file,
        required: true,
      },
    ],
  },
  { verb: "settings", description: verbWords.settings.does },
  {
    verb: "link",
    description: verbWords.link.does,
    option: textOption("code", verbWords.link.code),
  },
  { verb: "unlink", description: verbWords.unlink.does },
  { verb: "help", description: verbWords.help.does },
];

const prefix = "aicost-";

/** The commands as Discord is told of them: for guilds and for persons, in guilds and in direct messages. */
export const commands: RESTPutAPIApplicationCommandsJSONBody = [
  {
    ...everywhere,
    name: "aicost",
    description: commandWords.description,
    description_localizations: {
      [Locale.German]: commandWords.translations.german,
      [Locale.French]: commandWords.translations.french,
      [Locale.SpanishES]: commandWords.translations.spanish,
      [Locale.PortugueseBR]: commandWords.translations.portuguese,
    },
    options: [
      textOption("about", commandWords.about, {
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
