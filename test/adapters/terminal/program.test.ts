import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { ruleTitle } from "../../words.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

type Run = { code: number | null; out: string; err: string };

/** The whole program as a process of its own, as a script would start it. */
function run(args: readonly string[], input = "", env: Record<string, string> = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["main.ts", ...args], {
      cwd: root,
      env: { ...process.env, AICOST_DB: ":memory:", DATABASE_URL: "", ...env },
    });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk) => (out += chunk));
    child.stderr.on("data", (chunk) => (err += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

const advise = async (answers: unknown, ...more: string[]) => {
  const done = await run(
    ["advise", "--answers", "-", "--json", "--as-of", "2026-11-20", ...more],
    JSON.stringify(answers),
  );
  return { ...done, result: JSON.parse(done.out) };
};

describe("advise, as a process", () => {
  it("says what is missing and exits 0 when the answers are incomplete", async () => {
    const { code, result } = await advise({ job: "person", audience: "customers" });
    expect(code).toBe(0);
    expect(result.complete).toBe(false);
    expect(result.missing).toContain("stage");
    expect(result.routes[0]).toMatchObject({ route: "api_meter", primary: true, rules: ["RT-03"] });
    expect(result.routes[0].why.length).toBeGreaterThan(0);
    expect(result.findings.find((each: { rule: string }) => each.rule === "RT-17").severity).toBe("block");
  });

  it("gives no figure for a contract without a quote", async () => {
    const { result } = await advise({
      job: "person",
      audience: "team",
      output: ["text"],
      enterprise_needs: ["sso"],
      quote: "none",
    });
    expect(result.findings.map(({ rule }: { rule: string }) => rule)).toContain("RT-09");
    const [{ kind, picks, monthly }] = result.purchases;
    expect({ kind, monthly, price: picks[0].monthly, first: picks[0].firstPayment }).toEqual({
      kind: "quote",
      monthly: null,
      price: null,
      first: null,
    });
  });

  it("knows the catalogue of another day", async () => {
    const answers = JSON.stringify({ job: "code", audience: "me", vendor: ["anthropic-claude-max-5x"] });
    const [before, after] = await Promise.all(
      ["2026-11-30", "2026-12-01"].map((day) => run(["advise", "--answers", "-", "--json", `--as-of=${day}`], answers)),
    );
    expect(before?.out).toContain('"RT-20"');
    expect(after?.out).not.toContain('"RT-20"');
  });

  it("prints no colour into a pipe", async () => {
    const { out } = await run(["advise", "--answers", "-"], '{ "job": "code" }');
    expect(out).not.toContain("\u001b");
    for (const line of out.split("\n")) expect(line.length <= 80 || line.includes("https://")).toBe(true);
  });
});

describe("plans, as a process", () => {
  const ids = async (...args: string[]) => {
    const { code, out } = await run(["plans", "--json", ...args]);
    expect(code).toBe(0);
    return (JSON.parse(out) as { id: string }[]).map(({ id }) => id);
  };

  it("takes the names that people have for vendors and products", async () => {
    const [openai, flag, product, both] = await Promise.all([
      ids("chatgpt"),
      ids("--vendor", "openai"),
      ids("ChatGPT", "Plus"),
      ids("claude", "api_meter"),
    ]);
    expect(openai).toContain("openai-chatgpt-plus");
    expect(openai).toEqual(flag);
    expect(product).toEqual(["openai-chatgpt-plus"]);
    expect(both).toEqual(["anthropic-api-prepaid"]);
  });
});

describe("compare, as a process", () => {
  const work = ["images", "accepted=1000", "acceptanceRate=50%", "resolution=1k"];

  it("gives the ways as data, cheapest first, and the same as lines", async () => {
    const [data, lines] = await Promise.all([
      run(["compare", ...work, "vendors=google", "--json", "--as-of", "2026-11-20"]),
      run(["compare", ...work, "google", "--as-of", "2026-11-20"]),
    ]);
    expect([data.code, lines.code]).toEqual([0, 0]);
    const { ways, piece } = JSON.parse(data.out);
    // 1,000 kept of 50% are 2,000 made, at $0.067: 134, and 134 / 1,000 = 0.134.
    expect(ways[0]).toMatchObject({ model: "gemini-3.1-flash-image", usd: { expected: "134" }, perPiece: "0.134" });
    expect(piece).toBe("picture");
    expect(lines.out).toMatch(/Gemini image.*\$134\.00 +\$0\.13/);
  });

  it("takes work as a file, and refuses units with a line that works", async () => {
    const workload = { kind: "images", accepted: 1000, acceptanceRate: 0.5, resolution: "1k" };
    const filed = await run(["compare", "--answers", "-", "--json"], JSON.stringify({ workload, vendors: ["Google"] }));
    expect(JSON.parse(filed.out).vendors).toEqual(["google"]);
    const refused = await run(["compare", "credits", "kling", "runway"]);
    expect(refused.code).toBe(2);
    const example = /For example: compare (.*)/.exec(refused.err)?.[1] ?? "";
    expect((await run(["compare", ...example.split(" ")])).code).toBe(0);
  });
});

describe("words without a verb", () => {
  it.each([
    ["a product by the name people use", ["chatgpt"], /ChatGPT Plus/],
    ["a name that two vendors share", ["Copilot"], /GitHub Copilot Pro[\s\S]*Microsoft 365 Copilot/],
    ["a question", ["how many Kling credits is $20 of OpenAI?"], new RegExp(ruleTitle("UN-03"))],
    ["a topic", ["traps"], /S-/],
    ["work", ["images", "accepted=1000", "acceptanceRate=50%", "resolution=1k"], /gpt-image-2/],
  ])("are read as in a chat: %s", async (_, args, says) => {
    const { code, out } = await run(args);
    expect(code).toBe(0);
    expect(out).toMatch(says);
  });
});

describe("a mistake on the command line", () => {
  const mistakes: [string, string[], string, RegExp][] = [
    ["an unknown verb", ["advice"], "", /advice.*advise/],
    ["an unknown flag", ["advise", "--answer", "-"], "", /--answer.*--answers/],
    ["an unknown question", ["advise", "--answers", "-"], '{ "jobb": "code" }', /jobb.*job/],
    ["an unknown option", ["advise", "--answers", "-"], '{ "job": "coder" }', /job.*coder.*code/],
    ["an unknown vendor", ["plans", "--vendor", "antropic"], "", /antropic.*Anthropic/],
    [
      "a name of two vendors",
      ["estimate", "images accepted=1000 acceptanceRate=50% resolution=1k vendor=copilot"],
      "",
      /GitHub or Microsoft/,
    ],
    ["a line of work without a terminal", ["20k support chats a month for our customers"], "", /terminal.*advise/],
    ["words that are no line", ["zebra", "quagga", "okapi"], "", /zebra.*Nearest/],
    ["two routes", ["plans", "kling", "api_meter", "--route", "usage_package"], "", /one route/],
    ["a vendor twice", ["plans", "kling", "--vendor", "krea"], "", /not both/],
    ["a day that does not exist", ["plans", "--as-of", "2026-02-30"], "", /2026-02-30/],
    ["a day before anything was read", ["plans", "--as-of", "2020-01-01"], "", /2020-01-01.*can answer from 20\d\d/],
    [
      "an estimate of a day before anything was read",
      ["estimate", "--as-of", "2020-01-01", "voice", "characters=3000", "takes=2"],
      "",
      /can answer from/,
    ],
    ["a file that is not there", ["advise", "--answers", "no-such-file.json"], "", /no-such-file\.json/],
    ["an input that is no JSON", ["advise", "--answers", "-"], "{", /JSON/],
    ["a conversation without a terminal", [], "", /terminal.*advise/],
    [
      "a workload that cannot be",
      ["estimate", "--answers", "-"],
      '{ "workload": { "kind": "voice", "characters": -1, "takes": 2 } }',
      /characters must be more than 0/,
    ],
    [
      "a workload in the answers that cannot be",
      ["advise", "--answers", "-"],
      '{ "job": "code", "workload": { "kind": "voice", "takes": 2 } }',
      /workload: characters is missing/,
    ],
    [
      "a day before a model's first price",
      ["advise", "--answers", "-", "--as-of", "2026-09-01"],
      '{ "job": "code", "workload": { "kind": "usage", "model": "openai:gpt-6.1-sol", "input": 1, "output": 1 } }',
      /workload: model .*2026-09-29/,
    ],
    ["an estimate of nothing", ["estimate", "--answers", "-"], "{}", /workload is missing/],
    ["a comparison in words and in a file", ["compare", "text", "--answers", "-"], "", /not both/],
    ["a count without a model", ["tokens", "-"], "x", /--model/],
    ["a count for an unknown model", ["tokens", "-", "--model", "openai:gpt-99"], "x", /gpt-99/],
    ["a text that is too long", ["tokens", "--model=openai:gpt-4o"], "x".repeat(1_000_001), /1 MB/],
    ["two files to count", ["tokens", "a.txt", "b.txt", "--model", "openai:gpt-4o"], "", /b\.txt/],
    ["a decision that is not there", ["decisions", "show", "nothing"], "", /nothing.*decisions lists/],
    ["a decision without a name", ["decisions", "show"], "", /needs part of a name/],
    ["a name without another one", ["decisions", "rename", "x"], "", /--to/],
    ["a name for a list", ["decisions", "--to", "x"], "", /Only decisions rename/],
    ["an unknown way to export", ["decisions", "export", "--format", "pdf"], "", /csv, json, md/],
    ["details of no decision", ["decisions", "--details"], "", /part of a name/],
    ["words behind decisions that are no name", ["decisions", "shwo"], "", /shwo.*decisions lists them/],
    ["an unknown topic", ["explain", "RT-99"], "", /RT-99.*RT-/],
  ];
  it.each(mistakes)("is named in one line, with exit code 2: %s", async (_, args, input, sentence) => {
    const { code, out, err } = await run(args, input);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toMatch(sentence);
  });
});

describe("a store that cannot be used", () => {
  it("is named in one line with what to do, and exit code 2", async () => {
    const garbage = await run(["decisions"], "", { AICOST_DB: "/dev/null/aicost.db" });
    expect(garbage).toMatchObject({ code: 2, out: "" });
    expect(garbage.err).toMatch(/AICOST_DB/);
    const nowhere = await run(["decisions"], "", { DATABASE_URL: "postgresql://nobody@127.0.0.1:9/nothing" });
    expect(nowhere).toMatchObject({ code: 2, out: "" });
    expect(nowhere.err).toMatch(/DATABASE_URL/);
  });
});

describe("estimate and tokens, as processes", () => {
  const work = {
    kind: "text",
    model: "openai:gpt-5.6-terra",
    conversations: 5000,
    turns: 10,
    systemTokens: 2000,
    userTokens: 1000,
    answerTokens: 1000,
    history: "full",
  };
  const estimate = (more: object, ...args: string[]) =>
    run(
      ["estimate", "--answers", "-", "--as-of", "2026-11-20", ...args],
      JSON.stringify({ workload: { ...work, ...more }, vendor: ["openai"] }),
    );

  it("gives catalogue, estimate, findings and connections, and what fired", async () => {
    const { code, out } = await estimate({}, "--json");
    const answer = JSON.parse(out);
    expect(code).toBe(0);
    expect(Object.keys(answer)).toEqual(["catalogue", "estimate", "findings", "connections"]);
    expect(answer.estimate.total).toMatchObject({ low: "1800", expected: "1800", high: "1800" });
    expect(answer.findings.map((each: { rule: string }) => each.rule)).toEqual(
      expect.arrayContaining(["CT-01", "CT-02", "CT-04", "UN-05", "BD-04"]),
    );
    expect(answer.findings.map((each: { severity: string }) => each.severity)).not.toContain("block");
  });

  it("exits 0 and says why where a model has no known price", async () => {
    const { code, out } = await estimate({ model: "openai:gpt-6-solar" }, "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out).estimate.lines[0]).toMatchObject({
      usd: null,
      notPriceable: "no price known for openai:gpt-6-solar",
    });
  });

  it("reads as text of at most 80 columns", async () => {
    const { code, out } = await estimate({ conversations: { low: 3000, expected: 5000, high: 9000 } });
    expect(code).toBe(0);
    expect(out).toMatch(/Total a month +\$1,100 to \$3,200, expected \$1,800/);
    for (const line of out.split("\n")) expect(line.length <= 80 || line.includes("https://")).toBe(true);
  });

  it("stands inside a recommendation, with the rules that the work sets off", async () => {
    const { result } = await advise({
      job: "code",
      audience: "me",
      vendor: ["openai"],
      workload: { ...work, conversations: 1 },
    });
    expect(result.estimate.total.expected).toBe("0.36");
    const rules = result.findings.map((each: { rule: string }) => each.rule);
    expect(rules).toEqual(expect.arrayContaining(["CT-01", "CT-05", "RT-18"]));
  });

  it("offers only wallets of the routes that were found", async () => {
    const clips = {
      kind: "media",
      output: "video",
      accepted: 20,
      acceptanceRate: 0.4,
      seconds: 8,
      resolution: "1080p",
      audio: true,
    };
    const { result } = await advise({
      job: "person",
      audience: "me",
      output: ["video"],
      intensity: "daily",
      vendor: ["kling"],
      workload: clips,
    });
    expect(result.routes[0].route).toBe("app_subscription");
    expect(
      new Set(result.estimate.lines.map((line: { wallet: string }) => line.wallet.replace(/-[^-]+$/, ""))),
    ).toEqual(new Set(["kling-app"]));
  });

  it("counts a file or the input", async () => {
    const counted = await run(["tokens", "--model", "openai:gpt-4o", "--json"], "hello world");
    expect(JSON.parse(counted.out)).toEqual({
      model: "openai:gpt-4o",
      encoding: "o200k_base",
      exact: true,
      tokens: 2,
      low: 2,
      high: 2,
    });
    const chat = await run(["tokens", "-", "--model", "openai:gpt-4o", "--chat", "--json"], "hello world");
    expect(JSON.parse(chat.out).tokens).toBe(9);
    const estimated = await run(["tokens", "--model", "anthropic:claude-opus-5"], "hello world");
    expect(estimated.out).toMatch(/2 to 4/);
  });
});

describe("explain and catalogue, as processes", () => {
  it("refuses an exchange rate and prints no figure for it", async () => {
    const { code, out } = await run(["explain", "how many Kling credits is $20 of OpenAI?"]);
    expect(code).toBe(0);
    expect(out).toContain(ruleTitle("BD-13"));
    expect(out).toContain(ruleTitle("UN-03"));
    expect(out.replace(/[A-Z]{2}-\d\d/g, "")).not.toMatch(/\d/);
  });

  it("counts the walked paths, and reaches every route, every option and every rule that answers can fire", async () => {
    const { code, out } = await run(["catalogue", "--json", "--as-of", "2026-11-20"]);
    const summary = JSON.parse(out);
    expect(code).toBe(0);
    expect(summary.paths).toBeGreaterThan(1_000_000);
    expect(summary).toMatchObject({ routesNotReached: [], optionsNotReached: [], rulesNotReached: [] });
    expect(summary.vendors).toBeGreaterThan(20);
    expect(summary.staleRows).toContain("openai-api-prepaid");
  });

  it("does not fall over when the reader has seen enough", async () => {
    const child = spawn(process.execPath, ["main.ts", "explain", "units"], { cwd: root });
    child.stdout.once("data", () => child.stdout.destroy());
    let err = "";
    child.stderr.on("data", (chunk) => (err += chunk));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });
});
