import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readText } from "../source.ts";

it("docs/README.md lists every paper beside it", () => {
  const papers = readdirSync(fileURLToPath(new URL("../../docs", import.meta.url))).filter(
    (name) => name.endsWith(".md") && name !== "README.md",
  );
  const listed = [...readText("docs/README.md").matchAll(/\]\(([\w-]+\.md)\)/g)].map((match) => match[1]);
  expect(listed.toSorted()).toEqual(papers.toSorted());
});

it("docs/privacy.md names every table of the store", () => {
  const tables = [...readText("adapters/sql/tables.ts").matchAll(/^ {2}(\w+): (?:Owned|\{)/gm)].map(
    (match) => match[1],
  );
  expect(tables).toContain("drafts");
  const privacy = readText("docs/privacy.md");
  expect(tables.filter((table) => !privacy.includes(`\`${table}\``))).toEqual([]);
});

it("docs/operation.md names every figure of our own, and no other", () => {
  const ours = [...readText("adapters/operation/figures.ts").matchAll(/name: "(aicost_\w+)"/g)].map(
    (match) => match[1],
  );
  const told = [...readText("docs/operation.md").matchAll(/`(aicost_\w+)`/g)].map((match) => match[1]);
  expect(new Set(told)).toEqual(new Set(ours));
});
