import { StoreError } from "#core";
import { receive } from "./receive.ts";
import type { Paper } from "./render.ts";
import { type Desk, runVerb } from "./verbs.ts";

/** The terminal as this end uses it. */
export type Terminal = {
  argv: readonly string[];
  /** Whether a person sits at both ends of the stream. */
  interactive: boolean;
  paper: Paper;
  print(text: string): void;
  complain(text: string): void;
};

/** Runs what was typed, or the conversation. Returns the exit code: 0 done, 2 something to put right. */
export async function listen(terminal: Terminal, desk: Desk): Promise<number> {
  const command = receive(terminal.argv);
  if ("misuse" in command) return misused(terminal, command.misuse);
  if (command.verb !== "converse") {
    const output = await runVerb(command, desk, terminal.paper, terminal.complain);
    if ("misuse" in output) return misused(terminal, output.misuse);
    terminal.print(output.text);
    return 0;
  }
  if (!terminal.interactive) {
    return misused(
      terminal,
      "The conversation needs a terminal. For scripts: npm start -s -- advise --answers FILE [--json]",
    );
  }
  // Loaded only here: scripts should not wait for prompts that they never see.
  const { talk } = await import("./talk.ts");
  try {
    return await talk(terminal, desk);
  } catch (error) {
    if (error instanceof StoreError) return misused(terminal, error.message);
    throw error;
  }
}

function misused(terminal: Terminal, sentence: string): number {
  terminal.complain(sentence);
  return 2;
}
