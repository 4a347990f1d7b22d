import { describe, expect, it } from "vitest";
import { importsOf, sourcesIn } from "./source.ts";

/** The folders of the core in the order in which they may import: each only those before it. */
const rooms = [
  "quantity",
  "market",
  "workload",
  "usage",
  "checklist",
  "estimate",
  "advice",
  "purchase",
  "chart",
  "screen",
  "team",
  "present",
  "store",
  "outbox",
  "conversation",
  "ledger",
  "app",
];

const roomOf = (path: string) => /^(?:\.\/)?src\/([^/]+)\//.exec(path)?.[1];
const files = sourcesIn("src").filter(({ path }) => roomOf(path) !== undefined);

describe("a folder of the core", () => {
  it("has a place in the order", () => {
    const found = [...new Set(files.map(({ path }) => roomOf(path)))];
    expect(found.filter((room) => !rooms.includes(room ?? ""))).toEqual([]);
  });

  it("imports only folders that stand before it, types included", () => {
    const upward = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => rooms.indexOf(roomOf(name) ?? "") > rooms.indexOf(roomOf(file.path) ?? ""))
        .map((name) => `${file.path} imports ${name}`),
    );
    expect(upward).toEqual([]);
  });

  it("is imported through the door by nobody inside", () => {
    expect(
      files.filter((file) => importsOf(file).some((name) => name === "#core" || name === "./src/index.ts")),
    ).toEqual([]);
  });
});
