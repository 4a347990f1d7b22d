import { describe, expect, it } from "vitest";
import { codeOf, importsOf, sourcesIn } from "./source.ts";

const pricing = sourcesIn("pricing");
const core = sourcesIn("src");
const adapters = sourcesIn("adapters");
const all = [...pricing, ...core, ...adapters];

/** The imports that a file must not have, each with the file it stands in. */
function strays(files: typeof all, allowed: (name: string, path: string) => boolean): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((name) => !allowed(name, file.path))
      .map((name) => `${file.path} imports ${name}`),
  );
}

const isPackage = (name: string) => /^(@[\w.-]+\/)?[a-z]/.test(name) && !name.startsWith("node:");

/** The files whose code, apart from comments and quoted texts, holds this. */
function saying(files: typeof all, what: RegExp): string[] {
  return files.filter((file) => what.test(codeOf(file.text))).map((file) => file.path);
}

describe("the reader of imports", () => {
  it("sees every form of import and follows relative ones", () => {
    const text = [
      'import { a } from "./a.ts";',
      'import type {\n  B,\n} from "../b/b.ts";',
      'export * from "#core";',
      'import "node:fs";',
      'const c = await import("zod");',
      "// import d from nowhere",
    ].join("\n");
    expect(importsOf({ path: "src/words/x.ts", text }).sort()).toEqual(
      ["#core", "node:fs", "./src/b/b.ts", "./src/words/a.ts", "zod"].sort(),
    );
  });

  it("found the files that it is to judge", () => {
    expect(all.map((file) => file.path)).toEqual(
      expect.arrayContaining(["pricing/load.ts", "src/index.ts", "src/checklist/rules/index.ts"]),
    );
    expect(adapters.length).toBeGreaterThan(0);
  });
});

const inFolder = ({ path }: { path: string }) => path.split("/").length > 2;

describe("arrows point down only", () => {
  it("lets pricing import itself, Node and packages, and nothing above it", () => {
    const own = (name: string) => name.startsWith("./pricing/") || name.startsWith("node:") || isPackage(name);
    expect(strays(pricing, own)).toEqual([]);
  });

  it("lets the core import itself, #pricing and four packages", () => {
    const packages = ["#pricing", "big.js", "zod", "fastest-levenshtein", "temporal-polyfill"];
    expect(strays(core, (name) => name.startsWith("./src/") || packages.includes(name))).toEqual([]);
  });

  it("lets an adapter import #core, its own folder, Node and packages, and no other adapter", () => {
    const folder = (path: string) => `./${path.split("/").slice(0, 2).join("/")}`;
    const own = (name: string, path: string) =>
      name === "#core" || name.startsWith(`${folder(path)}/`) || name.startsWith("node:") || isPackage(name);
    expect(strays(adapters.filter(inFolder), own)).toEqual([]);
  });

  it("lets the list of chats import their entries, and nothing that is heavy to load", () => {
    const list = adapters.filter((file) => !inFolder(file));
    expect(list.map(({ path }) => path)).toEqual(["adapters/chats.ts"]);
    expect(strays(list, (name) => name === "#core" || /^\.\/adapters\/[\w-]+\/entry\.ts$/.test(name))).toEqual([]);
  });

  it("lets nobody import the program or a test", () => {
    expect(strays(all, (name) => !/^\.\/(main\.ts|test\/)/.test(name))).toEqual([]);
  });
});

describe("the source", () => {
  it("has no chance in the core: one question has one answer", () => {
    expect(saying(core, /\bMath\.random\b|\bcrypto\b/)).toEqual([]);
  });

  it("has no clock in the core: today is an argument", () => {
    expect(saying(core, /\bDate\b|\bTemporal\.Now\b|\bperformance\.now\b/)).toEqual([]);
  });

  it("has no default in a switch, so that a new kind of thing fails to compile where it is not handled", () => {
    expect(saying(all, /(?:^|[{;}])\s*default\s*:/m)).toEqual([]);
  });

  it("has no file of more than 200 lines", () => {
    // A table of sentences, with no line of logic: data that is written in TypeScript to be typed.
    const data = ["src/checklist/stale-claims.ts"];
    const length = (text: string) => text.trimEnd().split("\n").length;
    const long = all.filter((file) => !data.includes(file.path) && length(file.text) > 200);
    expect(long.map((file) => `${file.path}: ${length(file.text)}`)).toEqual([]);
  });
});
