import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  type REST,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from "discord.js";

/** What can be chosen behind the command, as the app knows it. An empty value opens the questions. */
const choices = [
  ["Answer the questions", "resume"],
  ["What is sold", "plans"],
  ["What work costs", "estimate"],
  ["Compare vendors", "compare"],
  ["Explain", "explain"],
  ["Decisions", "decisions"],
  ["Settings", "settings"],
  ["Help", "help"],
] as const;

/** The command as Discord is told of it: for guilds and for persons, in guilds and in direct messages. */
export const commands: RESTPutAPIApplicationCommandsJSONBody = [
  {
    type: ApplicationCommandType.ChatInput,
    name: "aicost",
    description: "How to pay for AI work",
    description_localizations: {
      [Locale.German]: "Wie man KI-Arbeit bezahlt",
      [Locale.French]: "Comment payer le travail de l'IA",
      [Locale.SpanishES]: "Cómo pagar el trabajo con IA",
      [Locale.PortugueseBR]: "Como pagar pelo trabalho com IA",
    },
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: "do",
        description: "What to do; left out, the questions",
        choices: choices.map(([name, value]) => ({ name, value })),
      },
      {
        type: ApplicationCommandOptionType.String,
        name: "vendor",
        description: "A vendor or a product",
        autocomplete: true,
      },
      { type: ApplicationCommandOptionType.String, name: "about", description: "A topic, an id, work, or a question" },
    ],
  },
];

/** How a person types a verb with what belongs to it: by the names that Discord shows for the choices. */
export function typed(verb: string, rest: string): string {
  const choice = choices.find(([, value]) => value === verb)?.[0];
  const option = verb === "plans" ? "vendor" : "about";
  return ["/aicost", choice === undefined ? "" : `do:${choice}`, rest === "" ? "" : `${option}:${rest}`]
    .filter((part) => part !== "")
    .join(" ");
}

/** Whether what is registered is what should be. What Discord adds by itself does not count. */
export function isCurrent(registered: readonly unknown[]): boolean {
  return registered.length === commands.length && covers(registered, commands);
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

/** Registers the command where it is not registered like this already: Discord counts writes. Says what was done. */
export async function register(rest: REST, guild: string | null): Promise<"written" | "current"> {
  const { id } = (await rest.get(Routes.currentApplication())) as { id: string };
  const route = guild === null ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guild);
  const query = new URLSearchParams({ with_localizations: "true" });
  if (isCurrent((await rest.get(route, { query })) as unknown[])) return "current";
  await rest.put(route, { body: commands });
  return "written";
}
