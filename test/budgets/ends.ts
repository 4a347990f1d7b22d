import type { Script } from "../conversation/play.ts";
import { openTeam as openDiscord } from "../wire/discord-team.ts";
import { openTeam as openSlack } from "../wire/slack-team.ts";
import type { Person } from "../wire/terminal-person.ts";
import { walkDiscord } from "./discord.ts";
import { walkSlack } from "./slack.ts";
import type { Move, Walk } from "./surface.ts";
import { walkTerminal } from "./terminal.ts";

/** An end as people meet it. `faults`: what a platform would have refused, and what went wrong in the program. */
export type End = {
  walk(script: Script, moves?: readonly Move[]): Promise<Walk>;
  faults(): unknown[];
  close(): Promise<void>;
};

/** The three ends on one day, each with its own wire. `person` sits at the terminal. */
export function endsOn(day: string, person: Person): Record<"Slack" | "Discord" | "terminal", () => Promise<End>> {
  return {
    async Slack() {
      const team = await openSlack({ day: () => day });
      const faults = () => [...team.slack.complaints, ...team.faults];
      return { walk: (script, moves) => walkSlack(team, script, moves), faults, close: () => team.close() };
    },
    async Discord() {
      const team = await openDiscord({ day: () => day });
      const faults = () => [...team.discord.complaints, ...team.faults];
      return { walk: (script, moves) => walkDiscord(team, script, moves), faults, close: () => team.close() };
    },
    terminal: async () => ({
      walk: (script, moves) => walkTerminal(person, script, day, moves),
      faults: () => [],
      close: async () => undefined,
    }),
  };
}
