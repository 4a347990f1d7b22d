import { DiscordAPIError, HTTPError, type REST, Routes } from "discord.js";
import type { Check } from "#core";
import { isCurrent } from "./commands.ts";
import { failureOf } from "./failures.ts";

/** In so many servers the command is looked for; Discord lists at most 200 at once. */
const mostServers = 20;
const query = new URLSearchParams({ with_localizations: "true" });

/** Looks at the token, the application and the commands, as Discord sees them. */
export async function diagnose(rest: REST): Promise<Check[]> {
  try {
    const user = (await rest.get(Routes.user())) as { username: string };
    const application = (await rest.get(Routes.currentApplication())) as { id: string; name: string };
    return [
      { name: "Discord token", well: true, says: `${user.username}, application ${application.name}` },
      await commandsOf(application.id, rest),
    ];
  } catch (error) {
    return [{ name: "Discord token", well: false, says: askedInVain(error) }];
  }
}

/** Registered everywhere, or in single servers by `discord-commands --guild`. */
async function commandsOf(application: string, rest: REST): Promise<Check> {
  const name = "Discord commands";
  if (isCurrent((await rest.get(Routes.applicationCommands(application), { query })) as unknown[]))
    return { name, well: true, says: "registered" };
  const servers = (await rest.get(Routes.userGuilds())) as { id: string }[];
  const looked = servers.slice(0, mostServers);
  let having = 0;
  for (const { id } of looked) if (await isRegisteredIn(application, id, rest)) having++;
  if (having === 0) return { name, well: false, says: "not registered like this: npm start -s -- discord-commands" };
  const of = looked.length < servers.length ? `the first ${looked.length}` : String(looked.length);
  return { name, well: true, says: `registered in ${having} of ${of} servers, and not everywhere` };
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
  const known = error instanceof DiscordAPIError || error instanceof HTTPError;
  const status = known ? error.status : 0;
  const code = error instanceof DiscordAPIError ? `, code ${error.code}` : "";
  switch (failure) {
    case "refused":
      return status === 401
        ? "DISCORD_TOKEN: Discord does not know it. Reset it under Bot, and copy it again."
        : (refusals[Number((error as DiscordAPIError).code)] ?? `Discord refuses it (${status}${code}).`);
    case "limited":
      return "Discord asks for a pause: try again in a minute.";
    case "unreached":
      return "Discord cannot be reached: look at the network of this machine, then try again.";
    case "unknown":
      return `Discord does not answer as it should${known ? ` (${status})` : ""}: try again in a minute.`;
  }
}

/** By Discord's code. */
const refusals: Record<number, string> = {
  10004: "Discord knows no such server: copy its id with the developer mode of your client.",
  30034: "Discord takes no more changes of commands today: try again tomorrow.",
  50001: "The app is not in that server, or was added without its commands: open the Install Link there again.",
};
