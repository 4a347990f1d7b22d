import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that gives the same answer to every call, and how often it was called. */
export async function answering(
  answer: (response: ServerResponse) => void,
): Promise<{ url: string; calls: () => number; close: () => Promise<void> }> {
  let calls = 0;
  const server = createServer(async (request, response) => {
    for await (const _ of request);
    calls++;
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: () => calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type Answer = (response: ServerResponse) => void;

export const json =
  (body: string, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
export const page =
  (body: string, status = 200): Answer =>
  (response) =>
    void response.writeHead(status, { "content-type": "text/html" }).end(body);
/** The head and a part of the body come, and then the connection breaks. */
const brokenOff =
  (body: string): Answer =>
  (response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": String(body.length + 500) });
    response.write(body, () => response.destroy());
  };
/** The head and a part of the body come, and then nothing. */
const stuck =
  (body: string): Answer =>
  (response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": String(body.length + 500) });
    response.write(body);
  };

/** After which it is not known whether the post stands there: a second one might double it. */
export const notKnown: [what: string, answer: Answer][] = [
  ["an answer that is cut off", json('{"ok":true,"channel":"C1","ts":"17950')],
  ["an answer that breaks off", brokenOff('{"ok":true,"channel":"C1"')],
  ["an answer that gets stuck", stuck('{"ok":true,"channel":"C1"')],
  ["no answer at all", () => undefined],
  ["a connection that breaks", (response) => void response.destroy()],
  ["the page of a proxy", page("<html>login</html>")],
  ["the page of a proxy that says it is JSON", json("<html>login</html>")],
  ["nothing", json("")],
  ["an object without anything", json("{}")],
  ["null", json("null")],
  ["a word", json('"fine"')],
  ["a list", json("[]")],
  ["a success that names no message", json('{"ok":true}')],
  ["408", page("too late", 408)],
  ["408 as JSON", json('{"message":"timeout"}', 408)],
  ["500", json('{"message":"broken"}', 500)],
  ["502", page("<html>bad gateway</html>", 502)],
  ["503", page("", 503)],
];

/** After these one waits in vain, and for a second only; after all others as long as a slow machine takes. */
const silent = ["an answer that gets stuck", "no answer at all"];
export const patienceFor = (what: string) => (silent.includes(what) ? 1_000 : 60_000);

/** What people never read: names of errors, pages, and parts of our own program. */
export const raw = /UND_ERR|ECONN|undefined|null|TypeError|Cannot|JSON|<|HTTP|fetch|terminated|token|socket|NaN/;
