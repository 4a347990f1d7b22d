import { writeFileSync } from "node:fs";

/** Writes a new file. Never over an existing one: the sentence then says so. */
export function saveNew(file: string, content: string): { saved: string } | { problem: string } {
  try {
    writeFileSync(file, content, { flag: "wx" });
    return { saved: file };
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === "EEXIST" ? "there is a file of that name" : (code ?? String(cause));
    return { problem: `Not saved: ${why}. Choose another name.` };
  }
}
