import { DiscordAPIError, HTTPError, type REST, Routes } from "discord.js";
import type { Check } from "#core";
import { isCurrent } from "./commands.ts";
import { failureOf } from "./failures.ts";
import { askedMessages, doctorMessages as words } from "./operator-messages.ts";

/** In so many servers the command is looked for; Discord lists at most 200 at once. */
const mostServers = 20;
const query = new URLSearchParams({ with_localizations: "true" });

/** Looks at the token, the application and the commands, as Discord sees them. */
export async function diagnose(rest: REST): Promise<Check[]> {
  try {
    const user = (await rest.get(Routes.user())) as { username: string };
    const application = (await rest.get(Routes.currentApplication())) as { id: string; name: string };
    return [
      { name: words.token.name, well: true, says: words.token.well(user.username, application.name) },
      await commandsOf(application.id, rest),
    ];
  } catch (error) {
    return [{ name: words.token.name, well: false, says: askedInVain(error) }];
  }
}

/** Registered everywhere, or in single servers by `discord-commands --guild`. */
async function commandsOf(application: string, rest: REST): Promise<Check> {
  const { name } = words.commands;
  if (isCurrent((await rest.get(Routes.applicationCommands(application), { query })) as unknown[]))
    return { name, well: true, says: words.commands.everywhere };
  const servers = (await rest.get(Routes.userGuilds())) as { id: string }[];
  const looked = servers.slice(0, mostServers);
  let having = 0;
  for (const { id } of looked) if (await isRegisteredIn(application, id, rest)) having++;
  if (having === 0) return { name, well: false, says: words.commands.nowhere };
  const all = looked.length === servers.length;
  return { name, well: true, says: words.commands.some(having, looked.length, all) };
}

/** A server that did not allow the app its commands has none. */
async function isRegisteredIn(application: string, server: string, rest: REST): Promise<boolean> {
  try {
    return isCurrent((await rest.get(Routes.applicationGuildCommands(application, server), { query })) as unknown[]);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.failure === "refused" && failure.status !== 401) return false;
    throw error;
  }
}

/** Why Discord did not do what it was asked for, and what the operator can do, in one line. */
export function askedInVain(error: unknown): string {
  const { failure } = failureOf(error);
  const status = error instanceof DiscordAPIError || error instanceof HTTPError ? error.status : null;
  const code = error instanceof DiscordAPIError ? error.code : null;
  switch (failure) {
    case "refused":
      return status === 401 ? askedMessages.noToken : askedMessages.refused(status ?? 0, code);
    case "limited":
      return askedMessages.limited;
    case "unreached":
      return askedMessages.unreached;
    case "unknown":
      return askedMessages.unknown(status);
  }
}
