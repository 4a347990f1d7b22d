import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

/** The version of the catalogue: it is another one with every vendor file, whatever a transcript is about. */
const version = /\b\d{4}-\d{2}-\d{2}\+[0-9a-f]{8}\b/g;

/** Compares with what was approved by reading. Set APPROVE=1 to write it anew, then read every line. */
export function approved(file: URL, written: string): void {
  const kept = `${written.replaceAll(version, "(version)")}\n`;
  if (process.env.APPROVE === "1") writeFileSync(file, kept);
  expect(existsSync(file), `${fileURLToPath(file)} is missing: run with APPROVE=1, and read it`).toBe(true);
  expect(kept).toBe(readFileSync(file, "utf8"));
}
