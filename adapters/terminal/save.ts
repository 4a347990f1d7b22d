import { writeFileSync } from "node:fs";
import { isCancel, text } from "@clack/prompts";
import { clean } from "#core";
import { notSaved, saveReasons } from "./file-messages.ts";
import type { Terminal } from "./listen.ts";
import { promptMessages as words } from "./prompt-messages.ts";

/** Writes a new file. Never over an existing one: the sentence then says so. */
export function saveNew(file: string, content: string | Uint8Array): { saved: string } | { problem: string } {
  try {
    writeFileSync(file, content, { flag: "wx" });
    return { saved: file };
  } catch (cause) {
    const { code = "", message } = cause as NodeJS.ErrnoException;
    const why = Object.hasOwn(saveReasons, code) ? saveReasons[code] : clean(message);
    return { problem: notSaved(why) };
  }
}

/** Asks for a name and writes; false when the person left. */
export async function save(terminal: Terminal, name: string, content: string): Promise<boolean> {
  const file = await text({
    message: words.fileName,
    initialValue: name,
    validate: (value) => (value?.trim() ? undefined : words.noFileName),
  });
  if (isCancel(file)) return false;
  const saved = saveNew(file.trim(), content);
  terminal.print("saved" in saved ? words.saved(saved.saved) : saved.problem);
  return true;
}
