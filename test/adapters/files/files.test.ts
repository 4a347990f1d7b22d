import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { mostUsageBytes } from "#core";
import { createDownloads } from "../../../adapters/files/index.ts";

type Answer = (response: ServerResponse, request: IncomingMessage) => void;
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** A server that gives this answer to every call, and what was asked of it. */
async function answering(answer: Answer) {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const hosts = ["files.example"];
const token = { authorization: "Bearer xoxb-test" };
const sends =
  (body: string | Uint8Array, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(200, { "content-type": "text/csv", ...headers }).end(body);

describe("a file that somebody hands over", () => {
  it("comes as its bytes from where the API is set to be, with what is sent along", async () => {
    const { url, asked } = await answering(sends("a,b"));
    const had = await createDownloads()({ address: `${url}/f`, hosts, apiUrl: `${url}/api/` }, token);
    expect(had).toEqual({ bytes: Buffer.from("a,b") });
    expect(asked[0]?.headers.authorization).toBe(token.authorization);
  });

  it.each([
    ["another host", "https://evil.example/f"],
    ["a host whose name begins like it", "https://files.example.evil.example/f"],
    ["a name before it", "https://files.example@evil.example/f"],
    ["a name and a word at it", "https://user:word@files.example/f"],
    ["another port of it", "https://files.example:8443/f"],
    ["it without TLS", "http://files.example/f"],
    ["a file of this machine", "file:///etc/passwd"],
    ["this machine", "http://127.0.0.1:1/f"],
    ["no address", "files.example/f"],
    ["nothing", ""],
  ])("is not asked for at %s", async (_, address) => {
    expect(await createDownloads()({ address, hosts, apiUrl: undefined }, token)).toEqual({
      not: "foreign",
      cause: "another host",
    });
  });

  it("is not asked for at another port of the machine where the API is set to be", async () => {
    const [api, other] = [await answering(sends("")), await answering(sends("a,b"))];
    const had = await createDownloads()({ address: `${other.url}/f`, hosts, apiUrl: api.url }, token);
    expect(had).toMatchObject({ not: "foreign" });
    expect(other.asked).toEqual([]);
  });

  it("is not followed to another place", async () => {
    const other = await answering(sends("a,b"));
    const { url } = await answering((response) => void response.writeHead(302, { location: other.url }).end());
    const had = await createDownloads()({ address: `${url}/f`, hosts, apiUrl: url }, token);
    expect(had).toEqual({ not: "refused", cause: "HTTP 302" });
    expect(other.asked).toEqual([]);
  });

  it.each<[string, Answer, object]>([
    ["a page where one signs in", sends("<html>", { "content-type": "text/html; charset=utf-8" }), { not: "refused" }],
    ["a refusal", (response) => void response.writeHead(403).end(), { not: "refused" }],
    ["404", (response) => void response.writeHead(404).end(), { not: "gone" }],
    ["500", (response) => void response.writeHead(503).end(), { not: "no answer" }],
    ["a connection that breaks", (response) => void response.destroy(), { not: "no answer" }],
    [
      "half a file",
      (response) => {
        response.writeHead(200, { "content-length": "100" });
        response.write("a,b", () => response.destroy());
      },
      { not: "no answer" },
    ],
    ["more than 5 MB", sends(new Uint8Array(mostUsageBytes + 1)), { not: "too large" }],
    [
      "more than 5 MB once unpacked",
      sends(gzipSync(new Uint8Array(mostUsageBytes + 1)), { "content-encoding": "gzip" }),
      { not: "too large" },
    ],
    [
      "a file without end",
      (response) => {
        response.writeHead(200);
        const more = () => {
          while (!response.destroyed && response.write(new Uint8Array(65_536)));
        };
        response.on("drain", more);
        more();
      },
      { not: "too large" },
    ],
  ])("is told of by what it is: %s", async (_, answer, not) => {
    const { url } = await answering(answer);
    expect(await createDownloads()({ address: `${url}/f`, hosts, apiUrl: url }, {})).toMatchObject(not);
  });

  it("is given up when its time is over", async () => {
    const over = new AbortController();
    const { url } = await answering((response) => {
      response.writeHead(200);
      response.write("a,b", () => over.abort());
    });
    const had = await createDownloads(() => over.signal)({ address: `${url}/f`, hosts, apiUrl: url }, {});
    expect(had).toEqual({ not: "no answer", cause: "too slow" });
  });

  it("waits for nobody where too many are fetched at once, and is fetched again later", async () => {
    const held: ServerResponse[] = [];
    const { url } = await answering((response) => void held.push(response));
    const download = createDownloads();
    const fetchIt = () => download({ address: `${url}/f`, hosts, apiUrl: url }, {});
    const first = Array.from({ length: 8 }, fetchIt);
    expect(await fetchIt()).toMatchObject({ not: "busy" });
    await expect.poll(() => held.length).toBe(8);
    for (const response of held) response.end("a");
    await Promise.all(first);
    const again = fetchIt();
    await expect.poll(() => held.length).toBe(9);
    held[8]?.end("b");
    expect(await again).toEqual({ bytes: Buffer.from("b") });
  });
});
