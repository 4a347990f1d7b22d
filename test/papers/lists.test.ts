import { existsSync, readdirSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readText } from "../source.ts";
import { blocksOf, papers } from "./papers.ts";

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

it("a block of a paper says what it is, so that no command in it is passed over", () => {
  const kinds = new Set(["sh", "text", "json", "ts", "diff", "talk"]);
  const strange = papers.flatMap(blocksOf).filter(({ kind }) => !kinds.has(kind));
  expect(strange.map(({ paper, text }) => `${paper}: ${text}`)).toEqual([]);
  expect(papers.flatMap(blocksOf).length).toBeGreaterThan(30);
});

it("a link from one paper to another leads to a file that is there", () => {
  const links = papers.flatMap((paper) =>
    [...readText(paper).matchAll(/\]\(([^)#:]+)\)|src="([^"]+)"/g)].map(([, link, picture]) =>
      posix.join(posix.dirname(paper), link ?? picture ?? ""),
    ),
  );
  expect(links).toContain("docs/card.png");
  expect(links.filter((path) => !existsSync(new URL(`../../${path}`, import.meta.url)))).toEqual([]);
});
