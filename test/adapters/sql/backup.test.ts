import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setImmediate as turn } from "node:timers/promises";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { openStore } from "../../../adapters/sql/index.ts";
import { readText } from "../../source.ts";

const now = () => 1_795_000_000_000;
const team = { platform: "slack", id: "T1" };
const hanging = 120_000;

it(
  "a backup of SQLite by the command of the papers, made while the store is written to, is whole and can be restored",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "aicost-backup-"));
    const [file, backup] = [join(folder, "aicost.db"), join(folder, "backup.db")];
    const command = /^node -e "(.+)" data\/aicost\.db backup\.db$/m.exec(readText("docs/operation.md"))?.[1];
    if (command === undefined) throw new Error("docs/operation.md tells no command.");
    try {
      const store = await openStore({ file, now });
      let written = 0;
      const write = async () => {
        await store.of(team).set(`n${written}`, { number: written });
        written++;
      };
      for (let each = 0; each < 20; each++) await write();
      const before = written;
      let done = false;
      const backingUp = promisify(execFile)(process.execPath, ["-e", command, file, backup]).finally(() => {
        done = true;
      });
      // SQLite answers at once: without a turn of the event loop nobody would hear that the other process ended.
      while (!done) {
        await write();
        await turn();
      }
      await backingUp;
      // One more, which the backup cannot have.
      await write();
      const after = written - 1;
      await store.close();
      const look = new DatabaseSync(backup, { readOnly: true });
      expect(look.prepare("pragma integrity_check").get()).toEqual({ integrity_check: "ok" });
      look.close();
      // As the papers say: what SQLite keeps beside the file goes, and the backup takes its place.
      for (const beside of ["-wal", "-shm"]) rmSync(`${file}${beside}`, { force: true });
      copyFileSync(backup, file);
      const restored = await openStore({ file, now });
      const has = async (number: number) => (await restored.of(team).setting(`n${number}`)) !== null;
      for (let each = 0; each < before; each++) expect(await has(each)).toBe(true);
      expect(await has(after)).toBe(false);
      // What it has is the beginning of what was written, without a hole.
      const held = [];
      for (let each = 0; each <= after; each++) held.push(await has(each));
      expect(held.lastIndexOf(true)).toBeLessThan(held.includes(false) ? held.indexOf(false) : held.length);
      await restored.tryWrite();
      await restored.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  hanging,
);
