import type { ChatEntry } from "#core";
import { manifest } from "./manifest.ts";
import { readSettings, settingNames } from "./settings.ts";

/** Slack, as the program knows it before anybody uses it: Bolt is loaded only when it is opened. */
export const slackEntry: ChatEntry = {
  platform: "slack",
  name: "Slack",
  setUpBy: "SLACK_BOT_TOKEN with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET",
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
      help: "what Slack has to be told of the app",
      async run(url) {
        // Slack calls nobody without https, and paths are ours.
        if (url !== null && !/^https:\/\/[^\s/?#]+\/?$/.test(url))
          return {
            misuse: `--url takes the address of this program, such as https://aicost.example.com, not "${url}".`,
          };
        return { text: JSON.stringify(manifest(url?.replace(/\/$/, "") ?? null), null, 2) };
      },
    },
  ],
};
