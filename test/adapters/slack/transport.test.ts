import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { FetchFunction } from "@slack/web-api";
import { afterEach, describe, expect, it } from "vitest";
import { send } from "../../../adapters/slack/transport.ts";
import { codeOf } from "../../../src/outbox/unreached.ts";

let server: Server;
async function serves(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
}
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const form = {
  method: "POST",
  headers: { "Content-Type": "text/plain" },
  body: "view=ä&token=x",
  redirect: "error" as const,
};

/** What a client sees of an answer, or the code of what went wrong. */
async function seen(by: FetchFunction, url: string, init: Parameters<FetchFunction>[1]) {
  try {
    const answer = await by(url, init);
    return {
      ok: answer.ok,
      status: answer.status,
      said: answer.statusText,
      url: answer.url,
      wait: answer.headers.get("Retry-After"),
      waits: Object.fromEntries(answer.headers.entries())["retry-after"],
      text: await answer.text(),
    };
  } catch (error) {
    return { name: (error as Error).name, code: codeOf(error) };
  }
}

describe("the way to Slack", () => {
  const answers: Record<string, RequestListener> = {
    "an answer, with letters of two bytes": (_request, response) => response.end('{"ok":true,"is":"ä€"}'),
    "a limit": (_request, response) => response.writeHead(429, { "retry-after": "30" }).end(),
    "trouble there": (_request, response) => response.writeHead(503).end("later"),
    "an answer that is empty": (_request, response) => response.writeHead(204).end(),
    "a connection that is cut before an answer": (request) => request.socket.destroy(),
  };
  for (const [title, listener] of Object.entries(answers))
    it(`tells of ${title} what fetch tells`, async () => {
      const url = await serves(listener);
      expect(await seen(send, url, form)).toEqual(await seen(fetch, url, form));
    });

  it("sends what it is given, and nothing that allows a packed answer", async () => {
    let came: unknown;
    const url = await serves(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part);
      came = {
        method: request.method,
        type: request.headers["content-type"],
        packed: request.headers["accept-encoding"],
        body: Buffer.concat(parts).toString(),
      };
      response.end("{}");
    });
    await send(url, form);
    expect(came).toEqual({ method: "POST", type: "text/plain", packed: undefined, body: form.body });
  });

  it("goes nowhere else, so that no other host is told the token", async () => {
    let came = 0;
    const url = await serves((_request, response) => {
      came++;
      response.writeHead(307, { location: "/elsewhere" }).end();
    });
    await expect(send(url, form)).rejects.toThrow(TypeError);
    expect(came).toBe(1);
  });

  it("ends when the client gives up, and says why", async () => {
    const giveUp = new AbortController();
    const url = await serves(() => giveUp.abort(new DOMException("too long", "TimeoutError")));
    await expect(send(url, { ...form, signal: giveUp.signal })).rejects.toMatchObject({ name: "TimeoutError" });
  });

  it("is an error with its code where nobody listens", async () => {
    const url = await serves(() => undefined);
    server.close();
    await once(server, "close");
    expect(await seen(send, url, form)).toEqual({ name: "TypeError", code: "ECONNREFUSED" });
  });

  it("is an error of the connection where an answer breaks off", async () => {
    const url = await serves((request, response) => {
      response.writeHead(200, { "content-length": "100" }).write("{");
      setImmediate(() => request.socket.destroy());
    });
    expect(await seen(send, url, form)).toMatchObject({ name: "TypeError" });
  });
});
