import { describe, expect, it } from "vitest";
import { filled, type Literal, literalsOf } from "./literals.ts";
import { type Source, sourcesBeside, sourcesIn } from "./source.ts";

/** Modules of words, by name: `messages.ts`, `card-messages.ts`, `route-words.ts`. */
const messageModule = /(?:^|\/)(?:messages|[\w-]+-(?:messages|words))\.ts$/;

/** Tables that have words as their data, beside what they are words of. */
const tables = [
  "src/checklist/questions/",
  "src/checklist/rules/",
  "src/checklist/pages.ts",
  "src/checklist/routes.ts",
  "src/checklist/stale-claims.ts",
  // What is asked of work, and what people type with what it means.
  "src/conversation/workload/asks.ts",
  "src/conversation/one-line/units.ts",
  "src/conversation/one-line/vocabulary.ts",
  // Vendors by the names that exports have for them.
  "src/usage/vendors.ts",
  // Four questions under a short name of their own.
  "src/present/asks.ts",
];

/** Three plain words in a row; what a template fills in is none. */
const phrase = /\p{L}[\p{L}'’-]*(?:[,;:]? \p{L}[\p{L}'’-]*){2}/u;
/** By what stands before them: phrases that no person reads on a screen or on the terminal. */
const unread: readonly RegExp[] = [
  // What a bug throws or rejects with is for the log; what these two say is read.
  /\b(?:throw |reject\()new (?!StoreError|PricesError)\w+\(\s*$/,
  // What a line of the log is called: JSON, for whoever looks for it there. What is told beside it is read.
  /\blog\.(?:info|warn)\(\s*$/,
  // What a database is told: statements that know what they are, and pragmas.
  /\bsql(?:<[^`]*>)?$/,
  /\bdatabase\.exec\(\s*$/,
  // What a key is derived with: another text would be another key.
  /\bcreateHmac\([^)]*\)\.update\(\s*$/,
];

/** A label of one word or two is none of these phrases, and is read all the same. */
const label = /\b(?:label|title|hint|placeholder): $/;
const isRead = ({ text, before }: Literal) => phrase.test(text) || (label.test(before) && /^\p{Lu}\p{Ll}/u.test(text));

const phrasesIn = ({ path, text }: Source): string[] =>
  literalsOf(text)
    .filter((literal) => isRead(literal) && !unread.some((form) => form.test(literal.before)))
    .map((literal) => `${path}:${literal.line}: ${literal.text}`);

const logic = [...sourcesBeside(), ...sourcesIn("src"), ...sourcesIn("adapters")].filter(
  ({ path }) => !messageModule.test(path) && !tables.some((table) => path.startsWith(table)),
);

describe("the reader of literals", () => {
  const texts = (source: string) => literalsOf(source).map(({ text }) => text);

  it("sees quoted texts and templates, those within templates too", () => {
    expect(texts(`const a = "one" + 'two' + \`three \${b ? \`four \${c}\` : "five"} six\`;`)).toEqual([
      "one",
      "two",
      `three ${filled} six`,
      `four ${filled}`,
      "five",
    ]);
  });

  it("takes neither comments nor patterns for texts, and no division for a pattern", () => {
    expect(texts('// a "b"\n/* `c` */ const d = /["`]/g.test("e") ? f / 2 + "g" : h / 2;')).toEqual(["e", "g"]);
  });

  it("knows the line on which a text begins, and what stands before it", () => {
    expect(literalsOf('a();\nthrow new Error(\n  "b",\n);')).toEqual([
      { text: "b", line: 3, before: "a();\nthrow new Error(\n  " },
    ]);
  });
});

describe("what is taken for a sentence", () => {
  const found = (text: string) => phrasesIn({ path: "src/a.ts", text });

  it("is three plain words in a row", () => {
    expect(found('a("Nothing was posted."); b("one two"); d("one, two, three");')).toEqual([
      "src/a.ts:1: Nothing was posted.",
      "src/a.ts:1: one, two, three",
    ]);
  });

  it("is a label or a title too, however short", () => {
    expect(found('{ label: "Approve", id: "Approve", title: id }')).toEqual(["src/a.ts:1: Approve"]);
  });

  it("is not what a bug throws, nor the name of a line of the log; but what is told beside them is", () => {
    expect(found('throw new RangeError("no such page here"); log.warn(\n  "a post was lost",\n  { key });')).toEqual(
      [],
    );
    expect(
      found('log.warn(key, "a post was lost"); catalog.info("a post was lost"); log.fault("a post was lost");'),
    ).toHaveLength(3);
    expect(
      found('throw new PricesError("no such page here"); throw new StoreError(kind, "no such page here");'),
    ).toHaveLength(2);
  });

  it("is not what a key is derived with, and any other update is", () => {
    expect(found('createHmac("sha256", secret).update("state of an installation")')).toEqual([]);
    expect(found('view.update("state of an installation")')).toHaveLength(1);
  });

  it("is no statement for a database; but what is filled into one is looked at by itself", () => {
    expect(found("sql<{ id: string }>`select id from posts`; database.exec('pragma journal is off');")).toEqual([]);
    expect(found("query(`select id from posts`); pattern.exec('select id from posts');")).toHaveLength(2);
  });
});

describe("what people read", () => {
  it("stands in message modules and tables, and nowhere inside logic", () => {
    expect(logic.flatMap(phrasesIn)).toEqual([]);
  });
});
