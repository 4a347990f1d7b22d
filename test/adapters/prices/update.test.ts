import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openAdvisor } from "#core";
import { fetchPrices, PricesError } from "../../../adapters/prices/index.ts";
import { type Knowledge, readKnowledge } from "../../../knowledge.ts";
import { askOnce, readPriceSettings } from "../../../newer-prices.ts";
import { libraryAddress } from "../../../pricing/rates/library.ts";
import type { Coverage } from "../../../src/advice/coverage.ts";
import { summarise } from "../../../src/present/summary.ts";
import { dataWith, shippedData } from "../../pricing/price-data.ts";
import { FakeDiscord, token } from "../../wire/discord.ts";
import { start } from "../../wire/program.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const today = "2026-11-21";
const cheaper = dataWith("gpt-4-turbo", (model) => {
  model.prices = { input_mtok: 8, output_mtok: 30 };
});

/** A server on loopback that answers as a test wants, and counts. */
let server: Server;
let answer: RequestListener;
let asked = 0;
let url = "";
let folder = "";
beforeAll(async () => {
  server = createServer((request, response) => {
    asked += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/data.json`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = 0;
  answer = (_, response) => response.end(JSON.stringify(cheaper));
  folder = mkdtempSync(join(tmpdir(), "prices-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, "kept", "prices.json");
const env = () => ({ AICOST_PRICES: file(), AICOST_PRICES_URL: url });
const never = new AbortController().signal;

function known(given: Record<string, string> = env()): Knowledge {
  const read = readKnowledge(given);
  if ("problem" in read) throw new Error(read.problem);
  return read;
}
const update = (knowledge: Knowledge, signal = never) =>
  knowledge.prices === null ? undefined : knowledge.update(knowledge.prices, today, signal);
const inputOf = (knowledge: Knowledge) => {
  const found = knowledge.open().rates.find({ vendor: "openai", model: "gpt-4-turbo" }, today);
  return "row" in found ? found.row.input : found;
};

describe("newer prices", () => {
  it("are known at once where they were asked for, and after the next start", async () => {
    const knowledge = known();
    expect(inputOf(knowledge)).toBe("10");
    expect((await update(knowledge))?.changed).toEqual(["openai:gpt-4-turbo"]);
    expect([inputOf(knowledge), inputOf(known()), asked]).toEqual(["8", "8", 1]);
    expect(knowledge.given().newer?.readOn).toBe(today);
    const { catalogue, rates } = knowledge.open();
    expect(summarise(openAdvisor(catalogue, rates, today), {} as Coverage).modelPrices).toEqual({
      readOn: today,
      changed: { on: today, models: ["openai:gpt-4-turbo"] },
      refused: [],
    });
  });

  it("are not told of models whose price is somebody's own", async () => {
    const price = {
      from: "2026-11-01",
      until: null,
      input: "7",
      output: "21",
      cached: null,
      write5m: null,
      write1h: null,
    };
    const source = { url: "https://wiki.example.com/deal", readOn: "2026-11-01", evidence: "official" };
    const rows = [{ ...price, long: null, peak: null, source, confidence: "high", note: null }];
    const model = { id: "gpt-4-turbo", aliases: [], before: "library", lighter: null, rows };
    mkdirSync(join(folder, "facts", "rates"), { recursive: true });
    writeFileSync(join(folder, "facts", "rates", "openai.json"), JSON.stringify({ vendor: "openai", models: [model] }));
    const knowledge = known({ ...env(), AICOST_FACTS: join(folder, "facts") });
    expect((await update(knowledge))?.changed).toEqual([]);
    expect(inputOf(knowledge)).toBe("7");
  });

  const unchanged = async (reason: RegExp, signal = never) => {
    const knowledge = known();
    await expect(update(knowledge, signal)).rejects.toThrow(PricesError);
    await expect(update(knowledge, signal)).rejects.toThrow(reason);
    expect([inputOf(knowledge), existsSync(file())]).toEqual(["10", false]);
  };

  it.each<[string, RegExp, RequestListener]>([
    ["no JSON", /no JSON/, (_, response) => response.end("<html>")],
    ["JSON of another form", /form/, (_, response) => response.end('{"prices": 1}')],
    ["JSON that breaks off", /no JSON/, (_, response) => response.end(JSON.stringify(cheaper).slice(0, 9_999))],
    ["an error", /HTTP 500/, (_, response) => response.writeHead(500).end("[]")],
    [
      "another address",
      /redirect/,
      (request, response) =>
        request.url === "/elsewhere"
          ? response.end(JSON.stringify(cheaper))
          : response.writeHead(302, { location: "/elsewhere" }).end(),
    ],
    ["a connection that breaks", /terminated|fetch failed/, (_, response) => response.destroy()],
    ["bytes that are no text", /./, (_, response) => response.end(Buffer.from([0x22, 0xff, 0x22]))],
    [
      "most models less",
      /known models/,
      (_, response) => response.end(JSON.stringify(shippedData().map((each) => ({ ...each, models: [] })))),
    ],
  ])("change nothing where the answer is %s", async (_, reason, how) => {
    answer = how;
    await unchanged(reason);
  });

  it("are given up when they are larger than they may be, before all of it was sent", async () => {
    let sent = 0;
    answer = (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(100_000, " "))) sent += 100_000;
      };
      response.on("drain", more);
      more();
    };
    await unchanged(/more than 4000000 bytes/);
    expect(sent).toBeLessThan(60_000_000);
  });

  it("are given up when they are slow, and when the program ends", async () => {
    answer = (_, response) => response.write("[");
    await expect(fetchPrices(url, never, { milliseconds: 30 })).rejects.toThrow(/too long/);
    const ends = new AbortController();
    answer = (_, response) => {
      response.write("[");
      ends.abort();
    };
    const log = { info: vi.fn(), warn: vi.fn(), fault: vi.fn(() => "") };
    expect(await askOnce(known(), today, ends.signal, log)).toBe(false);
    expect([log.info, log.warn, log.fault].map((each) => each.mock.calls.length)).toEqual([0, 0, 0]);
  });

  it("are written down: what changed, or why nothing did", async () => {
    const log = { info: vi.fn(), warn: vi.fn(), fault: vi.fn(() => "") };
    const knowledge = known();
    expect(await askOnce(knowledge, today, never, log)).toBe(true);
    expect(log.info.mock.calls[0]?.[0]).toMatch(/1 model .*21 Nov 2026.*openai:gpt-4-turbo/);
    answer = (_, response) => response.writeHead(404).end();
    expect(await askOnce(knowledge, today, never, log)).toBe(false);
    expect(log.warn.mock.calls[0]?.[0]).toMatch(/HTTP 404/);
    expect(inputOf(knowledge)).toBe("8");
  });

  it("leave what stands there as it was, and nothing beside it, where the new file cannot take its place", async () => {
    const file = join(folder, "prices.json");
    const knowledge = known({ AICOST_PRICES: file, AICOST_PRICES_URL: url });
    // A folder with something in it is replaced by no file.
    mkdirSync(join(file, "inside"), { recursive: true });
    await expect(update(knowledge)).rejects.toThrow(/cannot be written/);
    expect(readdirSync(folder, { recursive: true }).map(String).sort()).toEqual(["prices.json", "prices.json/inside"]);
  });
});

describe("the settings", () => {
  it("ask nobody where they are not set", () => {
    expect(readPriceSettings({})).toBeNull();
    expect(known({}).prices).toBeNull();
  });

  it("ask the library's own address unless another one is given, by https or on this machine alone", () => {
    expect(readPriceSettings({ AICOST_PRICES: "p" })).toEqual({ file: "p", url: libraryAddress() });
    expect(libraryAddress()).toMatch(/^https:/);
    const read = (address: string) => readPriceSettings({ AICOST_PRICES: "p", AICOST_PRICES_URL: address });
    expect(["https://prices.example.com/x", "http://localhost:1/x"].map(read)).not.toContainEqual(
      expect.objectContaining({ problem: expect.anything() }),
    );
    for (const address of [
      "http://prices.example.com/x",
      "http://127.0.0.1.example.com",
      "file:///etc/passwd",
      "prices",
    ])
      expect(read(address)).toEqual({ problem: expect.stringContaining("AICOST_PRICES_URL") });
    expect(readPriceSettings({ AICOST_PRICES_URL: url })).toEqual({
      problem: expect.stringContaining("AICOST_PRICES "),
    });
  });

  it.each(["{", "[]", '{"readOn":"2026-11-21","rates":[],"same":[],"refused":[],"more":1}'])(
    "stop the start where the file holds %s",
    (content) => {
      writeFileSync(join(folder, "prices.json"), content);
      const read = readKnowledge({ AICOST_PRICES: join(folder, "prices.json") });
      expect(read).toEqual({ problem: expect.stringContaining("AICOST_PRICES is") });
    },
  );
});

function run(args: readonly string[], given: Record<string, string>) {
  const { PATH = "", HOME = "" } = process.env;
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const child = spawn(process.execPath, ["main.ts", ...args], {
      cwd: root,
      env: { PATH, HOME, AICOST_DB: ":memory:", ...given },
    });
    const told = { out: "", err: "" };
    child.stdout.on("data", (chunk) => (told.out += chunk));
    child.stderr.on("data", (chunk) => (told.err += chunk));
    child.on("close", (code) => resolve({ code, ...told }));
    child.stdin.end();
  });
}

describe("a program that serves", () => {
  it.each([
    ["asks once it runs, and writes down what changed", true],
    ["asks nobody without the setting", false],
  ])("%s", async (_, isSet) => {
    const discord = await new FakeDiscord().start();
    const program = start(["serve"], {
      DISCORD_TOKEN: token,
      DISCORD_API_URL: discord.apiUrl,
      AICOST_DB: ":memory:",
      ...(isSet ? env() : {}),
    });
    await program.printed("Discord: connected");
    if (isSet) await program.printed("openai:gpt-4-turbo");
    program.child.kill("SIGTERM");
    expect(await program.ended).toBe(0);
    expect(asked).toBe(isSet ? 1 : 0);
    await discord.stop();
  });

  it("stops at once though an answer never ends, and complains of nothing", async () => {
    const discord = await new FakeDiscord().start();
    const isAsked = new Promise<void>((resolve) => {
      answer = (_, response) => {
        response.write("[");
        resolve();
      };
    });
    const program = start(["serve"], {
      DISCORD_TOKEN: token,
      DISCORD_API_URL: discord.apiUrl,
      AICOST_DB: ":memory:",
      ...env(),
    });
    await Promise.all([program.printed("Discord: connected"), isAsked]);
    program.child.kill("SIGTERM");
    expect(await program.ended).toBe(0);
    expect(program.out()).not.toMatch(/newer prices|fault/);
    await discord.stop();
  });
});

describe("the program", () => {
  const estimate =
    "estimate text model=openai:gpt-4-turbo conversations=9 turns=1 systemTokens=9 userTokens=9 answerTokens=9";

  it("asks when it is told to, and tells of it beside the estimate", async () => {
    const done = await run(["update-prices"], env());
    expect([done.code, done.err]).toEqual([0, ""]);
    expect(done.out).toContain("openai:gpt-4-turbo");
    const [lines, data] = await Promise.all([
      run(estimate.split(" "), env()),
      run([...estimate.split(" "), "--json"], env()),
    ]);
    const on = JSON.parse(readFileSync(file(), "utf8")).readOn;
    expect(lines.out).toMatch(/\(updated \d+ \w+ \d{4} from the price data of genai-prices\)/);
    expect(JSON.parse(data.out).estimate.lines[0].sources[0]).toMatchObject({ readOn: on, updated: true });
    expect(asked).toBe(1);
  });

  it("says in one line where nothing came of it, and exits 2", async () => {
    answer = (_, response) => response.end("[]");
    const { code, out, err } = await run(["update-prices"], env());
    expect([code, out, err.trimEnd().split("\n").length]).toEqual([2, "", 1]);
  });

  it("goes nowhere for any other command, nor for this one without the setting", async () => {
    const without = await run(["update-prices"], {});
    expect([without.code, without.err.startsWith("AICOST_PRICES ")]).toEqual([2, true]);
    for (const args of [["plans", "openai"], estimate.split(" "), ["doctor"]]) await run(args, env());
    expect(asked).toBe(0);
  });
});
