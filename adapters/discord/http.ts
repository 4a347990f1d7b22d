import { createPublicKey, verify } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { httpMessages, type Log, type Moment, type OperatorPages, type UnderWay } from "#core";
import type { Answer, Handle } from "./handlers.ts";

/** What stands before the 32 bytes of an Ed25519 key, to make it one that Node reads. */
const prefix = "302a300506032b6570032100";
const mostBytes = 1_000_000;
/** How far the time of a signature may be from ours, in milliseconds: what was signed long ago was heard long ago. */
const skew = 5 * 60_000;
/** Discord sends at once, and waits three seconds for an answer. */
const aRequest = 5_000;

export type EndpointPorts = {
  publicKey: string;
  handle: Handle;
  /** Where it listens, as it is set. */
  port: number;
  /** What is answered to whoever looks after the program. */
  pages: OperatorPages | undefined;
  underWay: UnderWay;
  now: () => Moment;
  log: Log;
  /** How long a request may take to arrive, in milliseconds. */
  patience?: number;
};

/** Interactions over HTTP: checked, answered in the response, and with the same handlers as those of a gateway. */
export function createEndpoint(ports: EndpointPorts): Server {
  const { publicKey, port, handle, pages, underWay, now, log, patience = aRequest } = ports;
  const key = createPublicKey({ key: Buffer.from(prefix + publicKey, "hex"), format: "der", type: "spki" });
  // Node itself ends what arrives too slowly, with 408.
  const slow = {
    requestTimeout: patience,
    headersTimeout: patience,
    connectionsCheckingInterval: patience / 5,
  };
  const server = createServer(slow, (request, response) => {
    underWay.add(once(response, "close"));
    // Told to stop: whoever is connected goes elsewhere with the next request.
    if (!server.listening) response.setHeader("connection", "close");
    const page = request.method === "GET" ? pages?.page((request.url ?? "").split("?")[0] ?? "", port) : null;
    if (page)
      return void page.then(
        ({ status, type, body }) => end(response, status, body, { "content-type": type }),
        (error: unknown) => end(response, 500, httpMessages.reference(log.fault(error))),
      );
    if (request.method !== "POST") return refuse(response, 404, httpMessages.nothing);
    answer(request, response).catch((error: unknown) => {
      log.fault(error);
      if (!response.headersSent) end(response, 500, "");
    });
  });
  return server;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const signed = signatureOf(request, now());
    if (signed === null) return refuse(response, 401, "");
    if (Number(request.headers["content-length"] ?? 0) > mostBytes) return refuse(response, 413, "");
    const body = await read(request);
    if (body === "too long") return refuse(response, 413, "");
    // Nobody is there any more to be answered.
    if (body === "broken off") return;
    // Discord sends wrong signatures on purpose, and takes the address away where they are not refused.
    const whole = Buffer.concat([signed.timestamp, body]);
    if (!verify(null, whole, key, signed.signature)) return end(response, 401, "");
    const payload = parsed(body);
    if (isPing(payload)) return json(response, { type: 1 });
    const handled = await handle(payload, async (first) => json(response, first));
    if (!response.headersSent) end(response, handled === "not ours" ? 400 : 202, "");
  }
}

/** The signature of a request, where it can be one: it is looked at before anything is read. */
function signatureOf({ headers }: IncomingMessage, at: Moment): { signature: Buffer; timestamp: Buffer } | null {
  const { "x-signature-ed25519": signature, "x-signature-timestamp": timestamp } = headers;
  if (typeof signature !== "string" || !/^[0-9a-f]{128}$/i.test(signature)) return null;
  if (typeof timestamp !== "string" || !/^\d{1,12}$/.test(timestamp)) return null;
  if (Math.abs(at - Number(timestamp) * 1_000) > skew) return null;
  return { signature: Buffer.from(signature, "hex"), timestamp: Buffer.from(timestamp) };
}

async function read(request: IncomingMessage): Promise<Buffer | "too long" | "broken off"> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // Leaving the loop must not end the connection before it was answered.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      length += (chunk as Buffer).length;
      if (length > mostBytes) return "too long";
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    if (request.destroyed) return "broken off";
    throw error;
  }
  return Buffer.concat(chunks);
}

/** JSON as a value; undefined where it is none. */
function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

function isPing(payload: unknown): boolean {
  return typeof payload === "object" && payload !== null && "type" in payload && payload.type === 1;
}

function json(response: ServerResponse, body: Answer | { type: number }): void {
  if (!response.headersSent) response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function end(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", ...headers }).end(text);
}

/** An answer to what is not read to its end: no other request can follow on this connection, so it ends with the answer. */
function refuse(response: ServerResponse, status: number, text: string): void {
  end(response, status, text, { connection: "close" });
}
