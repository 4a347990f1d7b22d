import { createPublicKey, verify } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Log, UnderWay } from "#core";
import type { Answer, Handle } from "./handlers.ts";
import type { Payload } from "./receive.ts";

/** What stands before the 32 bytes of an Ed25519 key, to make it one that Node reads. */
const prefix = "302a300506032b6570032100";
const mostBytes = 1_000_000;

export type EndpointPorts = {
  publicKey: string;
  handle: Handle;
  /** Null, or what is wrong, in a sentence. */
  healthy: () => Promise<string | null>;
  underWay: UnderWay;
  log: Log;
};

/** Interactions over HTTP: checked, answered in the response, and with the same handlers as those of a gateway. */
export function createEndpoint({ publicKey, handle, healthy, underWay, log }: EndpointPorts): Server {
  const key = createPublicKey({ key: Buffer.from(prefix + publicKey, "hex"), format: "der", type: "spki" });
  const server = createServer((request, response) => {
    underWay.add(once(response, "close"));
    // Told to stop: whoever is connected goes elsewhere with the next request.
    if (!server.listening) response.setHeader("connection", "close");
    if (request.method === "GET" && request.url === "/health")
      return void healthy().then((wrong) => end(response, wrong === null ? 200 : 503, wrong ?? "ok"));
    if (request.method !== "POST") return end(response, 404, "There is nothing here.");
    answer(request, response).catch((error: unknown) => {
      log.fault(error);
      if (!response.headersSent) end(response, 500, "");
    });
  });
  return server;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request);
    if (body === null) return end(response, 413, "");
    const signature = Buffer.from(String(request.headers["x-signature-ed25519"] ?? ""), "hex");
    const signed = Buffer.concat([Buffer.from(String(request.headers["x-signature-timestamp"] ?? "")), body]);
    // Discord sends wrong signatures on purpose, and takes the address away where they are not refused.
    if (signature.length !== 64 || !verify(null, signed, key, signature)) return end(response, 401, "");
    const payload = JSON.parse(body.toString()) as Payload;
    if (payload.type === 1) return json(response, { type: 1 });
    await handle(payload, async (first) => json(response, first));
    if (!response.headersSent) end(response, 202, "");
  }
}

async function read(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > mostBytes) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function json(response: ServerResponse, body: Answer | { type: number }): void {
  if (!response.headersSent) response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(text);
}
