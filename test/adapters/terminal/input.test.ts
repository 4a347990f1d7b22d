import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { chats } from "../../../adapters/chats.ts";
import { openStore } from "../../../adapters/sql/index.ts";
import { listen, type Terminal } from "../../../adapters/terminal/listen.ts";
import { toJson } from "../../../adapters/terminal/printed.ts";
import { openWorker } from "../../../adapters/worker/index.ts";
import { advisorOn, exampleDay } from "../../advisor.ts";
import { start } from "../../wire/program.ts";

const hanging = 60_000;
const here = process.cwd();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aicost-input-"));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(here);
  rmSync(folder, { recursive: true, force: true });
});

/** What a command prints, on either stream, and its exit code. Begun here, but for what it reads from its input. */
async function run(args: readonly string[]) {
  const out: string[] = [];
  const complaints: string[] = [];
  const terminal: Terminal = {
    argv: args,
    interactive: false,
    layout: { width: 80, colour: false },
    print: (text) => out.push(text),
    complain: (text) => complaints.push(text),
  };
  const code = await listen(terminal, {
    today: exampleDay,
    version: "0",
    env: {},
    openAdvisor: advisorOn,
    openAdvisorThen: advisorOn,
    openShipped: advisorOn,
    facts: {
      openReader: async () => ({
        read: async () => ({ unreachable: "failed", detail: hostile }),
        close: async () => {},
      }),
      write: async () => ({ text: hostile }),
    },
    draw: () => Promise.reject(new Error("nothing is drawn")),
    openCounter: async () => openWorker(new URL("../../../worker.ts", import.meta.url)).counter,
    openStore: () => openStore({ file: ":memory:", now: () => 0 }),
    hasStore: async () => true,
    now: () => 0,
    newId: () => "id",
    chats: {
      serve: async () => ({ text: "" }),
      doctor: async () => [{ name: "Database", well: false, says: hostile }],
      verbs: chats.flatMap(({ verbs }) => verbs),
    },
  });
  return { code, complaints, out: [...out, ...complaints].join("\n") };
}

/** A file with this in it. */
function file(content: unknown): string {
  writeFileSync("answers.json", typeof content === "string" ? content : JSON.stringify(content));
  return "answers.json";
}

const answers = '{ "job": "code", "audience": "me" }';
const hostile = "\u001b]0;title\u0007\u001b[2J\u009b31m\u202e\r\nsecond";
/** What could command a terminal, apart from the line breaks of our own. */
const commands = (text: string) => text.match(/[^\P{Cc}\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu) ?? [];

describe("a file", () => {
  it.each([
    ["that is not there", "nothing.json", /^There is no file nothing\.json here\.$/],
    ["in a folder that is none", "answers.json/x.json", /^There is no file answers\.json\/x\.json here\.$/],
    ["that is a folder", "sub", /^sub is a folder, not a file\. Name a file in it\.$/],
    ["whose name is far too long", "x".repeat(5_000), /^x{60} is too long/],
    ["that holds nothing", "empty.json", /^empty\.json is empty\.$/],
    ["that holds blanks", "blank.json", /^blank\.json is empty\.$/],
    ["that is no JSON", "broken.json", /^broken\.json is no JSON: /],
  ])(
    "%s is told in a sentence, with exit code 2",
    async (_title, name, says) => {
      mkdirSync("sub");
      writeFileSync("answers.json", answers);
      writeFileSync("empty.json", "");
      writeFileSync("blank.json", " \n");
      writeFileSync("broken.json", "{ \u001b[31m");
      const { code, out } = await run(["advise", "--answers", name]);
      expect(code).toBe(2);
      expect(out.trim()).toMatch(says);
      expect(out).not.toMatch(/\bE[A-Z]{4,}\b/);
      expect(commands(out)).toEqual([]);
    },
    hanging,
  );

  it.each([
    ["UTF-8", Buffer.from(`\ufeff${answers}`)],
    ["UTF-16, little end first", Buffer.from(`\ufeff${answers}`, "utf16le")],
    ["UTF-16, big end first", Buffer.from(`\ufeff${answers}`, "utf16le").swap16()],
  ])(
    "with a byte order mark in %s is read",
    async (_title, bytes) => {
      writeFileSync("answers.json", bytes);
      const { code, out } = await run(["advise", "--answers", "answers.json", "--json"]);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ complete: false });
    },
    hanging,
  );

  it(
    "of nothing has no tokens to count: it says that it is empty",
    async () => {
      expect(await run(["tokens", file(""), "--model", "openai:gpt-4o"])).toMatchObject({
        code: 2,
        out: "answers.json is empty.",
      });
      const program = start(["tokens", "--model", "openai:gpt-4o"], {});
      program.child.stdin?.end();
      expect(await program.ended).toBe(2);
      expect(program.out()).toBe("The input is empty.\n");
    },
    hanging,
  );

  it.skipIf(process.platform === "win32")(
    "that never ends is read up to the limit",
    async () => {
      for (const device of ["/dev/zero", "/dev/urandom"]) {
        const { code, out } = await run(["tokens", device, "--model", "openai:gpt-4o"]);
        expect(code).toBe(2);
        expect(out).toContain(device);
      }
      const program = start(["tokens", "--model", "openai:gpt-4o"], {});
      const { stdin } = program.child;
      let open = true;
      stdin?.on("error", () => {
        open = false;
      });
      const pour = () => {
        while (open && stdin?.write("x".repeat(100_000)));
        if (open) stdin?.once("drain", pour);
      };
      pour();
      expect(await program.ended).toBe(2);
      expect(program.out()).toContain("16 MB");
    },
    hanging,
  );
});

describe("what others wrote", () => {
  const work = (more: object) => ({ workload: { kind: "voice", characters: 5, takes: 1, ...more } });
  const quoting: [string, string[], unknown?][] = [
    ["a verb", [hostile]],
    ["a flag", ["plans", `--${hostile}`]],
    ["a file", ["advise", "--answers", hostile]],
    ["a day", ["plans", "--as-of", hostile]],
    ["a vendor", ["plans", "--vendor", hostile]],
    ["a route", ["plans", "--route", hostile]],
    ["a model", ["tokens", "answers.json", "--model", hostile], "x"],
    ["a topic", ["explain", hostile]],
    ["a question", ["explain", `what is ${hostile}?`]],
    ["a decision", ["decisions", "show", hostile]],
    ["a word behind decisions", ["decisions", hostile]],
    ["an operator's flag", ["slack-manifest", "--url", hostile]],
    ["an address", ["slack-manifest", "--url", "https://a\u009b31mb"]],
    ["what was looked at", ["doctor"]],
    ["an answer", ["advise", "--answers", "answers.json"], { job: hostile, [hostile]: 1 }],
    ["what is no JSON", ["advise", "--answers", "answers.json"], hostile],
    ["a name in the answers", ["advise", "--answers", "answers.json"], { job: "person", owner: hostile }],
    ["the same in JSON", ["advise", "--answers", "answers.json", "--json"], { job: "person", owner: hostile }],
    ["a field of a workload", ["estimate", "--answers", "answers.json"], work({ [hostile]: 1 })],
    ["an amount", ["estimate", "--answers", "answers.json"], work({ takes: hostile })],
    ["work in words", ["estimate", "voice", hostile]],
  ];
  it.each(quoting)("commands no terminal when %s is quoted", async (_title, args, content) => {
    file(content ?? "");
    const { out, complaints } = await run(args);
    expect(out.length).toBeGreaterThan(1);
    expect(commands(out)).toEqual([]);
    expect(complaints.filter((line) => line.includes("\n"))).toEqual([]);
  });

  it("is whole in JSON, and commands nothing there either", () => {
    const character = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...hostile, "\u007f", "\u0085", "🦄"));
    fc.assert(
      fc.property(fc.array(character), (characters) => {
        const text = characters.join("");
        expect(JSON.parse(toJson({ text }))).toEqual({ text });
        expect(commands(toJson({ text }))).toEqual([]);
      }),
    );
  });
});

describe("an estimate in words", () => {
  const words =
    "text model=openai:gpt-5.6-terra conversations=3000-8000 turns=6 systemTokens=2000 userTokens=200 answerTokens=300 history=full";

  it(
    "is the one of the same work in a file",
    async () => {
      const typed = await run(["estimate", ...words.split(" "), "--as-of", "2026-11-20", "--json"]);
      expect(typed.code).toBe(0);
      const input = {
        kind: "text",
        model: "openai:gpt-5.6-terra",
        conversations: { low: 3000, expected: 5500, high: 8000 },
        turns: 6,
        systemTokens: 2000,
        userTokens: 200,
        answerTokens: 300,
        history: "full",
      };
      const filed = await run(["estimate", "--answers", file({ workload: input }), "--as-of", "2026-11-20", "--json"]);
      expect(JSON.parse(typed.out)).toEqual(JSON.parse(filed.out));
      expect((await run(["estimate", words, "--as-of", "2026-11-20", "--json"])).out).toBe(typed.out);
    },
    hanging,
  );

  it(
    "names the word that is wrong, and its file or its words when neither or both are given",
    async () => {
      for (const [args, says] of [
        [["estimate", "text", "turns"], /"turns"/],
        [["estimate", "text", "turns=6"], /workload: conversations/],
        [["estimate"], /--answers FILE.*text model=/],
        [["estimate", "text", "--answers", "-"], /not both/],
        [["estimate", "--answers", ""], /--answers needs a value/],
      ] as const) {
        const { code, out } = await run(args);
        expect(code).toBe(2);
        expect(out).toMatch(says);
        expect(out.trim().split("\n")).toHaveLength(1);
      }
    },
    hanging,
  );
});
