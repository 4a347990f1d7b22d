import { type REST, Routes } from "discord.js";
import type { Check } from "#core";
import { isCurrent } from "./commands.ts";
import { failureOf } from "./failures.ts";

/** Looks at the token, the application and the commands, as Discord sees them. */
export async function diagnose(rest: REST): Promise<Check[]> {
  try {
    const user = (await rest.get(Routes.user())) as { username: string };
    const application = (await rest.get(Routes.currentApplication())) as { id: string; name: string };
    const registered = (await rest.get(Routes.applicationCommands(application.id), {
      query: new URLSearchParams({ with_localizations: "true" }),
    })) as unknown[];
    return [
      { name: "Discord token", well: true, says: `${user.username}, application ${application.name}` },
      isCurrent(registered)
        ? { name: "Discord commands", well: true, says: "registered" }
        : { name: "Discord commands", well: false, says: "not registered like this: npm start -s -- discord-commands" },
    ];
  } catch (error) {
    const failure = failureOf(error);
    const says =
      failure.failure === "refused" && failure.status === 401
        ? "DISCORD_TOKEN: Discord does not know it. Reset it under Bot, and copy it again."
        : `Discord cannot be asked: ${"cause" in failure ? failure.cause : failure.failure}`;
    return [{ name: "Discord token", well: false, says }];
  }
}
