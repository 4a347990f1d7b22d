import type { ChatEntry } from "#core";
import { manifest } from "./manifest.ts";
import { entryMessages as words } from "./operator-messages.ts";
import { readSettings, settingNames } from "./settings.ts";

/** Slack, as the program knows it before anybody uses it: Bolt is loaded only when it is opened. */
export const slackEntry: ChatEntry = {
  platform: "slack",
  name: "Slack",
  setUpBy: words.setUpBy,
  settings: settingNames,
  configure(env) {
    const settings = readSettings(env);
    if (settings === null || "problem" in settings) return settings;
    return {
      open: async (ports) => (await import("./index.ts")).createSlackAdapter(settings, ports),
      diagnose: async () => (await import("./doctor.ts")).diagnose(settings),
    };
  },
  verbs: [
    {
      verb: "slack-manifest",
      flag: { name: "--url", takes: "URL" },
      help: words.manifestHelp,
      async run(url) {
        // Slack calls nobody without https, and paths are ours.
        if (url !== null && !/^https:\/\/[^\s/?#]+\/?$/.test(url))
          return {
            misuse: words.wrongUrl(url),
          };
        return { text: JSON.stringify(manifest(url?.replace(/\/$/, "") ?? null), null, 2) };
      },
    },
  ],
};
