import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo, LookupFunction } from "node:net";

// Made for these names on loopback, and good for nothing else.
export const certificate = `-----BEGIN CERTIFICATE-----
MIIB0DCCAXWgAwIBAgIULpo9Iu/6p3Wfk2lmguNUdfufG08wCgYIKoZIzj0EAwIw
GDEWMBQGA1UEAwwNbG9vcGJhY2sgdGVzdDAgFw0yNjExMjEyMDI3NTdaGA8yMTI2
MTAyODIwMjc1N1owGDEWMBQGA1UEAwwNbG9vcGJhY2sgdGVzdDBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABKivw58cKE3Aq/d4Pc9PB0m/N/U6EMsgcuIZ2JQYeZ9s
TNRxT1zk8pKHrZcxDLevUHcn7/ViAVEsrMkLvKVmGtWjgZowgZcwHQYDVR0OBBYE
FJy+JmYzYXv/9aucn+KRvjwEyrAkMB8GA1UdIwQYMBaAFJy+JmYzYXv/9aucn+KR
vjwEyrAkMA8GA1UdEwEB/wQFMAMBAf8wRAYDVR0RBD0wO4ILdmVuZG9yLnRlc3SC
Cm90aGVyLnRlc3SCDXN0cmFuZ2VyLnRlc3SCC2luc2lkZS50ZXN0hwR/AAABMAoG
CCqGSM49BAMCA0kAMEYCIQDYhC1C1YjaOe1Iyb8r8QOQrYmu92GTMSLBSxkDSaQA
eAIhAL6CIwfhZ1jVUjlfudjLEtuAxtWL/GfyBZknA3kviw0Z
-----END CERTIFICATE-----
`;
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgL9AWG1CrW0RWfqiO
LEUirfCX+c59DoQVbvfBbo2+NfShRANCAASor8OfHChNwKv3eD3PTwdJvzf1OhDL
IHLiGdiUGHmfbEzUcU9c5PKSh62XMQy3r1B3J+/1YgFRLKzJC7ylZhrV
-----END PRIVATE KEY-----
`;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Vendors' sites on this machine: one server under the names vendor.test, other.test, stranger.test and inside.test. */
export class Site {
  /** What was asked for, as `host/path`, without ports. */
  readonly asked: string[] = [];
  /** What each `host/path` answers; the path of a name that is not here is a 404. */
  readonly pages = new Map<string, Answer>();
  readonly agents = new Set<string>();
  #server: Server;

  constructor() {
    this.#server = createServer({ key, cert: certificate }, (request, response) => {
      const at = `${request.headers.host?.split(":")[0]}${request.url}`;
      this.asked.push(at);
      this.agents.add(request.headers["user-agent"] ?? "");
      const answer = this.pages.get(at);
      if (answer !== undefined) return answer(request, response);
      response.writeHead(404, { "content-type": "text/html" }).end("There is no such page.");
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** A name of this site with its port. */
  host(name: string): string {
    return `${name}:${this.port}`;
  }

  url(at: string): string {
    const [name = "", ...path] = at.split("/");
    return `https://${this.host(name)}/${path.join("/")}`;
  }

  html(at: string, body: string, headers: Record<string, string> = {}): void {
    this.sends(at, body, { "content-type": "text/html; charset=utf-8", ...headers });
  }

  sends(at: string, body: string | Uint8Array, headers: Record<string, string>, status = 200): void {
    this.pages.set(at, (_, response) => response.writeHead(status, headers).end(body));
  }

  leads(at: string, to: string, status = 302): void {
    this.sends(at, "", { location: to }, status);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** Every name is this machine, whatever it is. */
export const allLocal: LookupFunction = (_, options, callback) => answer(["127.0.0.1"], options, callback);

/** Answers as the system would that knows these addresses. */
export function answer(
  addresses: readonly string[],
  options: Parameters<LookupFunction>[1],
  callback: Parameters<LookupFunction>[2],
): void {
  const all = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  if (options.all) callback(null, all);
  else callback(null, all[0]?.address ?? "", all[0]?.family);
}
