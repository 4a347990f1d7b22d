import type { ChatEntry } from "#core";
import { registerMessages, settingMessages } from "./operator-messages.ts";
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
      help: registerMessages.help,
      async run(guild, env) {
        if (guild !== null && !/^\d{15,21}$/.test(guild)) return { misuse: registerMessages.guild(guild) };
        const settings = readSettings(env);
        if (settings === null) return { misuse: settingMessages.noToken };
        if ("problem" in settings) return { misuse: settings.problem };
        return (await import("./index.ts")).registerCommands(settings, guild);
      },
    },
  ],
};
