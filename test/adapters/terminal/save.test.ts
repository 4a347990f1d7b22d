import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { saveNew } from "../../../adapters/terminal/save.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aicost-save-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("a recommendation is written under a new name, and never over a file that is there", () => {
  const [fresh, there] = [join(folder, "fresh.md"), join(folder, "there.md")];
  writeFileSync(there, "theirs");
  expect(saveNew(fresh, "ours")).toEqual({ saved: fresh });
  expect(readFileSync(fresh, "utf8")).toBe("ours");
  expect(saveNew(there, "ours")).toEqual({ problem: expect.stringContaining("Not saved") });
  expect(readFileSync(there, "utf8")).toBe("theirs");
});

it.each(["", "none/x.md"])("what cannot be written says so: %j", (name) => {
  expect(saveNew(join(folder, name), "ours")).toEqual({ problem: expect.stringContaining("Not saved") });
});
