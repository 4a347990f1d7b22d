import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { connect, type Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { createUnderWay } from "#core";
import { createEndpoint } from "../../../adapters/discord/http.ts";
import type { FakeDiscord } from "../../wire/discord.ts";
import { openTeam, type Team } from "../../wire/discord-team.ts";

let team: Team;
const opened = async () => {
  team = await openTeam({ http: true });
  return team;
};
afterEach(async () => {
  expect(team.faults).toEqual([]);
  await team.close();
});

const ping = '{"type":1}';
const well = "ab".repeat(64);
const portOf = (discord: FakeDiscord) => Number(new URL(discord.endpoint ?? "").port);
const seconds = (late = 0) => String(Math.floor(Date.now() / 1_000) - late);

/** A connection to the endpoint, what it has received, and its end. */
function open(port: number): { socket: Socket; received: () => string; closed: Promise<unknown> } {
  const socket = connect(port, "127.0.0.1");
  let text = "";
  socket.on("data", (data) => {
    text += data;
  });
  socket.on("error", () => undefined);
  return { socket, received: () => text, closed: once(socket, "close") };
}

const head = (headers: Record<string, string>) =>
  ["POST / HTTP/1.1", "host: x", ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), "", ""].join(
    "\r\n",
  );

it("refuses what has no signature before it is read, and closes the connection", async () => {
  const { discord } = await opened();
  const signed = { "x-signature-ed25519": well, "x-signature-timestamp": seconds() };
  for (const headers of [
    {},
    { "x-signature-ed25519": well },
    { "x-signature-timestamp": seconds() },
    { ...signed, "x-signature-ed25519": "zz".repeat(64) },
    { ...signed, "x-signature-ed25519": "ab".repeat(63) },
    { ...signed, "x-signature-timestamp": "now" },
    { ...signed, "x-signature-timestamp": seconds(301) },
    { ...signed, "x-signature-timestamp": seconds(-302) },
  ]) {
    const { socket, received, closed } = open(portOf(discord));
    // A body is announced, and never sent.
    socket.write(head({ ...headers, "content-length": "500000" }));
    await closed;
    expect(received()).toMatch(/^HTTP\/1\.1 401 [\s\S]*connection: close/i);
  }
});

it("refuses what is announced as too long before it is read", async () => {
  const { discord } = await opened();
  const { socket, received, closed } = open(portOf(discord));
  const signed = { "x-signature-ed25519": well, "x-signature-timestamp": seconds() };
  socket.write(head({ ...signed, "content-length": "1000001" }));
  await closed;
  expect(received()).toMatch(/^HTTP\/1\.1 413 [\s\S]*connection: close/i);
});

it("takes what was signed within five minutes, and nothing older or from the future", async () => {
  const { discord } = await opened();
  for (const [late, status] of [
    [0, 200],
    [280, 200],
    [-280, 200],
    [320, 401],
    [-320, 401],
  ] as const)
    expect((await discord.sendHttp(ping, { timestamp: seconds(late) })).status, `${late} s`).toBe(status);
});

it("answers a body that is too long, and the next request of the same client at once", async () => {
  const { discord } = await opened();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = async (body: string, signature: string, timestamp: string) => {
    const asked = request({ agent, port: portOf(discord), host: "127.0.0.1", method: "POST" });
    // Without a length in front, so that only reading tells how long it is.
    asked.setHeader("transfer-encoding", "chunked");
    asked.setHeader("x-signature-ed25519", signature);
    asked.setHeader("x-signature-timestamp", timestamp);
    asked.on("error", () => undefined);
    asked.end(body);
    const [answer] = (await once(asked, "response")) as [IncomingMessage];
    answer.resume();
    await once(answer, "end");
    return answer;
  };
  const long = await send("x".repeat(1_100_000), well, seconds());
  expect([long.statusCode, long.headers.connection]).toEqual([413, "close"]);
  const { signature, timestamp } = discord.signed(ping);
  expect((await send(ping, signature, timestamp)).statusCode).toBe(200);
  agent.destroy();
});

it("ends what arrives too slowly", async () => {
  const { discord, warnings } = await opened();
  const faults: unknown[] = [];
  const server = createEndpoint({
    publicKey: discord.publicKey,
    handle: () => Promise.reject(new Error("nothing was sent")),
    port: 0,
    pages: undefined,
    underWay: createUnderWay(),
    now: Date.now,
    log: { info: () => undefined, warn: () => undefined, fault: (error) => String(faults.push(error)) },
    patience: 100,
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { socket, received, closed } = open((server.address() as AddressInfo).port);
  const signed = { "x-signature-ed25519": well, "x-signature-timestamp": seconds() };
  socket.write(`${head({ ...signed, "content-length": "100" })}{"type"`);
  await closed;
  expect(received()).toMatch(/^HTTP\/1\.1 408 /);
  server.close();
  await once(server, "close");
  expect([faults, warnings]).toEqual([[], []]);
});

it("takes a client that goes away in the middle of a body for no fault", async () => {
  const { discord, warnings } = await opened();
  const { socket, closed } = open(portOf(discord));
  const signed = { "x-signature-ed25519": well, "x-signature-timestamp": seconds() };
  socket.write(`${head({ ...signed, "content-length": "100" })}{"type"`);
  await once(socket, "ready");
  await new Promise((resolve) => setImmediate(resolve));
  socket.destroy();
  await closed;
  // Answered behind it, so that what was broken off has been seen.
  expect((await discord.sendHttp(ping)).status).toBe(200);
  expect([team.faults, warnings]).toEqual([[], []]);
});

it.each([
  ["{", "cut off"],
  ["", "empty"],
  ["null", "no object"],
  ["[]", "a list"],
  ['"x"', "a text"],
  ["{}", "nothing in it"],
  ['{"type":2}', "no id"],
  ['{"type":99,"id":"1","token":"t","application_id":"2","user":{"id":"3"}}', "of a type that nobody knows"],
  [
    '{"type":3,"id":"1","token":"t","application_id":"2","user":{"id":"3"},"data":{"values":{}}}',
    "a list that is none",
  ],
])("answers a signed body that says nothing with 400, and one line in the log: %s (%s)", async (body) => {
  const { discord, warnings } = await opened();
  expect((await discord.sendHttp(body)).status).toBe(400);
  expect(warnings).toHaveLength(1);
});
