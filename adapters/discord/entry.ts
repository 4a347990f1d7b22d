import type { ChatEntry } from "#core";
import { readSettings, settingNames } from "./settings.ts";

/** Discord, as the program knows it before anybody uses it: discord.js is loaded only when it is opened. */
export const discordEntry: ChatEntry = {
  platform: "discord",
  name: "Discord",
  setUpBy: "DISCORD_TOKEN",
  settings: settingNames,
  configure(env) {
    const settings = readSettings(env);
    if (settings === null || "problem" in settings) return settings;
    return {
      open: async (ports) => (await import("./index.ts")).createDiscordAdapter(settings, ports),
      diagnose: async () => (await import("./index.ts")).diagnose(settings),
    };
  },
  verbs: [
    {
      verb: "discord-commands",
      flag: { name: "--guild", takes: "ID" },
      help: "tells Discord of the command, unless it knows",
      async run(guild, env) {
        if (guild !== null && !/^\d{15,21}$/.test(guild))
          return { misuse: `--guild takes the id of a server, a long number, not "${guild}".` };
        const settings = readSettings(env);
        if (settings === null) return { misuse: "DISCORD_TOKEN is missing. The README tells where it is." };
        if ("problem" in settings) return { misuse: settings.problem };
        return (await import("./index.ts")).registerCommands(settings, guild);
      },
    },
  ],
};
