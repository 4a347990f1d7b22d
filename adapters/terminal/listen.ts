import { clean, StoreError } from "#core";
import { commandMessages } from "./command-messages.ts";
import type { Layout } from "./lines.ts";
import type { TerminalPorts } from "./ports.ts";
import { harmless } from "./printed.ts";
import { receive } from "./receive.ts";
import { runVerb } from "./verbs.ts";
import { commandOfWords } from "./words.ts";

/** The terminal as this adapter uses it. */
export type Terminal = {
  argv: readonly string[];
  /** Whether a person sits at both ends of the stream. */
  interactive: boolean;
  layout: Layout;
  print(text: string): void;
  complain(text: string): void;
};

/** Runs what was typed, or the conversation. Returns the exit code: 0 done, 2 something to put right. */
export async function listen(given: Terminal, ports: TerminalPorts): Promise<number> {
  const terminal: Terminal = {
    ...given,
    print: (text) => given.print(harmless(text)),
    complain: (text) => given.complain(harmless(text)),
  };
  const { verbs } = ports.chats;
  const received = receive(terminal.argv, verbs);
  const command =
    "verb" in received && received.verb === "words"
      ? commandOfWords(received.words, await ports.openAdvisor(ports.today), verbs)
      : received;
  if ("misuse" in command) return misused(terminal, command.misuse);
  if (command.verb !== "converse") {
    const output = await runVerb(command, ports, terminal.layout, terminal.complain);
    if ("misuse" in output) return misused(terminal, output.misuse);
    if ("misuses" in output) return misused(terminal, ...output.misuses);
    terminal.print(output.text);
    return "toDo" in output && output.toDo ? 2 : 0;
  }
  if (!terminal.interactive) {
    return misused(terminal, commandMessages.needsTerminal);
  }
  // Loaded only here: scripts should not wait for prompts that they never see.
  const { runConversation } = await import("./conversation.ts");
  try {
    return await runConversation(terminal, ports, command.line);
  } catch (error) {
    if (error instanceof StoreError) return misused(terminal, error.message);
    throw error;
  }
}

/** One line each, whatever line breaks stand in what they quote. */
function misused(terminal: Terminal, ...sentences: string[]): number {
  for (const sentence of sentences) terminal.complain(clean(sentence));
  return 2;
}
