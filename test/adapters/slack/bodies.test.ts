import { createHmac } from "node:crypto";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { signingSecret } from "../../wire/slack.ts";
import { openTeam, type Team } from "../../wire/slack-team.ts";
import { until } from "../../wire/team.ts";

/** Only against hanging: what is tested here takes seconds, and took minutes or never came. */
const hanging = 60_000;
let team: Team;
const sockets: Socket[] = [];
beforeEach(async () => {
  team = await openTeam();
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  expect(team.faults).toEqual([]);
  await team.close();
});

const form = { "content-type": "application/x-www-form-urlencoded" };
const seconds = () => Math.floor(Date.now() / 1_000);
/** Headers of somebody who does not know the secret, or of Slack, for this body. */
const forged = (at = seconds()) => ({
  ...form,
  "x-slack-request-timestamp": String(at),
  "x-slack-signature": `v0=${"0".repeat(64)}`,
});
const signed = (body: string, at = seconds()) => ({
  ...forged(at),
  "x-slack-signature": `v0=${createHmac("sha256", signingSecret).update(`v0:${at}:${body}`).digest("hex")}`,
});

/** Sends as much as is given, and waits until the other side closes: what came, and whether all could be sent. */
async function exchange(headers: Record<string, string>, body: string): Promise<string> {
  const { hostname, port } = new URL(team.slack.appUrl);
  const socket = connect(Number(port), hostname);
  sockets.push(socket);
  let heard = "";
  socket.on("data", (data) => {
    heard += data;
  });
  socket.on("error", () => undefined);
  const lines = Object.entries({ host: "x", ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`POST /slack/events HTTP/1.1\r\n${lines.join("")}\r\n${body}`);
  await once(socket, "close");
  return heard;
}
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;

it.each([
  ["without a signature", { ...form, "x-slack-request-timestamp": String(seconds()) }, 401],
  ["without a time", { ...form, "x-slack-signature": `v0=${"0".repeat(64)}` }, 401],
  ["with a signature that is none", { ...forged(), "x-slack-signature": "v0=00" }, 401],
  ["signed six minutes ago", forged(seconds() - 360), 401],
  ["signed in six minutes", forged(seconds() + 360), 401],
  ["of more than a megabyte", forged(), 413],
])(
  "a body %s is refused before any of it is sent",
  async (_, headers, status) => {
    const heard = await exchange({ ...headers, "content-length": "4000000" }, "");
    expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    // One answer, after which the connection is not used again.
    expect(heard.match(/HTTP\/1\.1 \d+|^connection: \w+/gim)).toEqual([`HTTP/1.1 ${status}`, "connection: close"]);
  },
  hanging,
);

it(
  "a body whose length is not told is refused as soon as it is too long",
  async () => {
    const heard = await exchange({ ...forged(), "transfer-encoding": "chunked" }, chunk("x".repeat(1_000_001)));
    expect(heard).toMatch(/^HTTP\/1.1 413 /);
  },
  hanging,
);

it(
  "however many connect, their bodies hold no more than sixteen megabytes at once",
  async () => {
    const part = { ...forged(), "content-length": "900000" };
    const all = Array.from({ length: 30 }, () => exchange(part, "x".repeat(899_999)));
    const answers = await Promise.all(all);
    // Those that were taken are cut off when their time is over; there was no room for the others.
    expect(answers.filter((heard) => heard.startsWith("HTTP/1.1 503 ")).length).toBeGreaterThanOrEqual(30 - 18);
    expect(answers.filter((heard) => heard.startsWith("HTTP/1.1 408 ")).length).toBeGreaterThanOrEqual(15);
    const { json } = await team.ana.command("help");
    expect(json?.text).toContain("guided questions");
  },
  hanging,
);

it(
  "a head that does not go on is cut off within seconds",
  async () => {
    const { hostname, port } = new URL(team.slack.appUrl);
    const socket = connect(Number(port), hostname);
    sockets.push(socket);
    let heard = "";
    socket.on("data", (data) => {
      heard += data;
    });
    socket.write("POST /slack/events HTTP/1.1\r\nhost: x\r\n");
    await once(socket, "close");
    expect(heard).toMatch(/^HTTP\/1.1 408 /);
  },
  hanging,
);

it(
  "bodies that break off leave nothing behind",
  async () => {
    const { hostname, port } = new URL(team.slack.appUrl);
    const head = Object.entries({ host: "x", ...forged(), "content-length": "900000" });
    const lines = head.map((each) => `${each.join(": ")}\r\n`).join("");
    const begun: Socket[] = [];
    const begin = () => {
      const socket = connect(Number(port), hostname).on("error", () => undefined);
      begun.push(socket);
      sockets.push(socket);
      socket.write(`POST /slack/events HTTP/1.1\r\n${lines}\r\n${"x".repeat(899_999)}`);
    };
    for (let each = 0; each < 17; each++) begin();
    // Closed with its answer: a connection that is kept open for more would outlast those that were begun.
    const whole = { "content-length": "900000", connection: "close" };
    const answer = async () => (await exchange({ ...forged(), ...whole }, "x".repeat(900_000))).slice(9, 12);
    // While they hold what there is room for, nobody else is heard; one that is whole is refused for its signature. Of those
    // that were begun any may itself have found no room, or have been cut off for its time: another takes its place.
    await until(async () => {
      if ((await answer()) === "503") return true;
      begin();
      return false;
    });
    for (const socket of begun) socket.destroy();
    await until(async () => (await answer()) === "401");
    expect((await team.ana.command("help")).status).toBe(200);
  },
  hanging,
);

it("the check of a certificate needs no signature, and carries nothing else in", async () => {
  const check = (body: string) =>
    fetch(`${team.slack.appUrl}/slack/events`, { method: "POST", headers: form, body }).then(({ status }) => status);
  expect(await check("ssl_check=1&token=x")).toBe(200);
  expect(await check("command=%2Faicost&user_id=UANA&team_id=T1&text=help")).toBe(401);
  expect(await check(`ssl_check=1&token=${"x".repeat(2_000)}`)).toBe(401);
});

it.each(["null", "[]", '"x"', "1", ""])("%j is no payload of Slack's: 400, in both forms", async (body) => {
  const { slack } = team;
  for (const text of [`payload=${body}`, `p%61yload=${encodeURIComponent(body)}`, `a=b&payload=${body}`])
    expect([text, (await slack.send(text)).status]).toEqual([text, 400]);
  expect((await slack.send(body, { type: "application/json" })).status).toBe(400);
});

it("a large form of Slack's is heard", async () => {
  const body = new URLSearchParams({
    command: "/aicost",
    text: "help",
    user_id: "UANA",
    team_id: "T1",
    trigger_id: "t",
  });
  body.set("more", "ü".repeat(150_000));
  expect(body.toString().length).toBeGreaterThan(900_000);
  const response = await fetch(`${team.slack.appUrl}/slack/events`, {
    method: "POST",
    headers: signed(body.toString()),
    body: body.toString(),
  });
  expect(await response.text()).toContain("guided questions");
});
