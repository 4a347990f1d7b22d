import { z } from "zod";
import type { Message } from "./counted.ts";

const messages = z.array(z.object({ role: z.string(), content: z.string(), name: z.string().optional() })).min(1);

/** A text as a chat: a JSON list of messages as it stands, anything else as one message of a user. */
export function readChat(text: string): Message[] {
  if (text.trimStart().startsWith("[")) {
    const read = messages.safeParse(parse(text));
    if (read.success) return read.data.map(({ name, ...rest }) => (name === undefined ? rest : { ...rest, name }));
  }
  return [{ role: "user", content: text }];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON after all: a text may well begin with a bracket.
    return undefined;
  }
}
