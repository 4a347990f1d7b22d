import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The lines that a program writes to its log. */
async function logged(statements: string): Promise<Record<string, unknown>[]> {
  const program = `import { openLog } from ${JSON.stringify(new URL("../../../adapters/log/index.ts", import.meta.url).href)};
    import { WebClient } from "@slack/web-api";
    const log = openLog("info");
    ${statements}`;
  const args = ["--input-type=module", "-e", program];
  const { stderr } = await promisify(execFile)(process.execPath, args, { cwd: root });
  return stderr
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

const slack = "xoxb-123-very-secret";
// In two parts, so that nobody takes it for one that was left lying about.
const discord = ["MTIzNDU2Nzg5MDEyMzQ1Njc4", "GabcDe", "abcdefghijklmnopqrstuvwxyz0123"].join(".");

/** An error that carries another one, as the clients of the platforms make them. */
const carrying = (what: string) =>
  `log.fault(Object.assign(new Error("x"), { original: Object.assign(new Error("y"), ${what}) }));`;

describe("the log", () => {
  it("has lines of JSON with what happened", async () => {
    const [line] = await logged(`log.warn("a view was not opened", { failure: "refused", code: "x" });`);
    expect(line).toMatchObject({ msg: "a view was not opened", details: { failure: "refused", code: "x" } });
  });

  it.each([
    ["details", "not-the-shape-of-any-token", `log.warn("x", { token: "not-the-shape-of-any-token", code: 1 });`],
    ["headers", "anything", `log.info("x", { headers: { "x-other": "anything" }, code: 1 });`],
    ["Slack's", slack, carrying(`{ config: { headers: { Authorization: "Bearer ${slack}" } } }`)],
    ["Slack's, in its message", slack, `log.fault(new Error("invalid token ${slack}"));`],
    ["Discord's", discord, carrying(`{ headers: { authorization: "Bot ${discord}" } }`)],
    ["Discord's, by itself", discord, `log.fault(new Error("invalid token ${discord}"));`],
    [
      "an interaction's",
      "aW50ZXJhY3Rpb24",
      carrying(`{ url: "https://discord.com/api/v10/webhooks/123456789012345678/aW50ZXJhY3Rpb24/messages/@original" }`),
    ],
    ["a database's", "hunter2", `log.fault(new Error("connect postgresql://aicost:hunter2@db.example/aicost"));`],
    [
      "a client's that cannot reach Slack",
      slack,
      `const client = new WebClient("${slack}", { slackApiUrl: "http://127.0.0.1:9/api/", retryConfig: { retries: 0 }, logLevel: "error" });
       await client.auth.test().catch((error) => log.fault(error));`,
    ],
  ])("takes secrets out: %s", async (_, secret, statements) => {
    const lines = await logged(statements);
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain(secret);
  });

  const typed = "what somebody typed";
  it.each([
    ["a client's request", `Object.assign(new Error("x"), { requestBody: { json: { content: "${typed}" } } })`],
    ["a row of a database", `Object.assign(new Error("x"), { detail: "Key (a)=(${typed}) exists", code: "23505" })`],
    ["the sentence of a parser", `(() => { try { JSON.parse("${typed}") } catch (error) { return error } })()`],
    ["a cause", `new Error("x", { cause: Object.assign(new Error("y"), { data: "${typed}" }) })`],
    ["one of many", `new AggregateError([Object.assign(new Error("y"), { data: "${typed}" })], "x")`],
  ])("tells of a fault what it is and where, and nothing of what hangs on it: %s", async (_, error) => {
    const lines = await logged(`log.fault(${error});`);
    expect(lines).toMatchObject([
      { msg: "fault", reference: expect.any(String), fault: { stack: expect.stringMatching(/^ {4}at /) } },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/somebody|typed/);
  });

  it("tells the code and the cause of a fault", async () => {
    const [line] = await logged(
      `log.fault(new TypeError("x", { cause: Object.assign(new Error("y"), { code: "ECONNRESET" }) }));`,
    );
    expect(line).toMatchObject({
      fault: { type: "TypeError", message: "x", cause: { message: "y", code: "ECONNRESET" } },
    });
  });

  it("leaves what looks a little like one", async () => {
    const words = "https://api.slack.com:443/x@y, Bot not found, openai:gpt-5.6-terra, 2026-10-30+1ac1b531, xoxo";
    const [line] = await logged(`log.info(${JSON.stringify(words)});`);
    expect(line).toMatchObject({ msg: words });
  });
});
