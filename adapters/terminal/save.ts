import { writeFileSync } from "node:fs";
import { isCancel, text } from "@clack/prompts";
import { clean } from "#core";
import type { Terminal } from "./listen.ts";
import { promptMessages as words } from "./prompt-messages.ts";

const reasons: Readonly<Record<string, string>> = {
  EEXIST: "there is a file of that name",
  EISDIR: "that is the name of a folder",
  ENOENT: "there is no such folder",
  ENOTDIR: "there is no such folder",
  EACCES: "you may not write there",
  EPERM: "you may not write there",
  EROFS: "nothing can be written there",
  ENOSPC: "the disk is full",
  ENAMETOOLONG: "the name is too long",
};

/** Writes a new file. Never over an existing one: the sentence then says so. */
export function saveNew(file: string, content: string | Uint8Array): { saved: string } | { problem: string } {
  try {
    writeFileSync(file, content, { flag: "wx" });
    return { saved: file };
  } catch (cause) {
    const { code = "", message } = cause as NodeJS.ErrnoException;
    const why = Object.hasOwn(reasons, code) ? reasons[code] : clean(message);
    return { problem: `Not saved: ${why}. Choose another name.` };
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
