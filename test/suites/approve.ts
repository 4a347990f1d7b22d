import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";

/** Compares with what was approved by reading. Set APPROVE=1 to write it anew, then read every line. */
export function approved(file: URL, written: string): void {
  if (process.env.APPROVE === "1") writeFileSync(file, `${written}\n`);
  expect(existsSync(file), `${file.pathname} is missing: run with APPROVE=1, and read it`).toBe(true);
  expect(`${written}\n`).toBe(readFileSync(file, "utf8"));
}
