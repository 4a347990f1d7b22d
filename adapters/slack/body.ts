import type { IncomingMessage } from "node:http";
import { parse } from "node:querystring";
import type { Moment } from "#core";

/**
 * In bytes. Slack takes views of 250 kB (docs.slack.dev, views.open: view_too_large), sends them back with what was typed, and
 * its form encoding makes at most three bytes of one: nothing of ours comes near it.
 */
const mostBody = 1_000_000;
/** All bodies that are being read at once. Whoever has no signature must not fill the memory, however many connect. */
const mostAtOnce = 16_000_000;
/** A check of the certificate is the one request of Slack's that may be unsigned; it is a line long. */
const mostUnsigned = 1_000;

/** Slack's own limit on how old a request may be, in seconds. Bolt looks for old ones only, and once all is read. */
const skew = 300;

const formType = "application/x-www-form-urlencoded";

/** A body that was read, or the status of the answer that refuses it. */
type Received = { body: Buffer } | { refused: 400 | 401 | 413 | 503 };

/** Reads bodies that may be Slack's. What cannot be is refused before it is read. */
export function createBodyReader(now: () => Moment): (request: IncomingMessage) => Promise<Received> {
  let held = 0;

  return async (request) => {
    const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    // A form whose type names its charset is a form: Bolt compares the whole line.
    request.headers["content-type"] = type;
    const told = Number(request.headers["content-length"] ?? Number.NaN);
    const signed = isSignedNow(request, now());
    if (!signed && !(isBare(request) && type === formType && told <= mostUnsigned)) return { refused: 401 };
    const most = signed ? mostBody : mostUnsigned;
    if (told > most) return { refused: 413 };
    const read = await collect(request, most);
    if ("refused" in read) return read;
    return isObject(read.body, type) ? read : { refused: 400 };
  };

  /** Resolves also when the connection ends before the body does: then nobody hears the answer. */
  function collect(request: IncomingMessage, most: number): Promise<Received> {
    return new Promise((resolve) => {
      const chunks: Buffer[] = [];
      let length = 0;
      const take = (chunk: Buffer) => {
        length += chunk.length;
        held += chunk.length;
        chunks.push(chunk);
        if (length > most) done({ refused: 413 });
        else if (held > mostAtOnce) done({ refused: 503 });
      };
      const done = (received: Received) => {
        // What still comes is dropped.
        request.off("data", take);
        held -= length;
        length = 0;
        chunks.length = 0;
        resolve(received);
      };
      request.on("data", take);
      request.once("end", () => done({ body: Buffer.concat(chunks) }));
      request.once("error", () => done({ refused: 400 }));
    });
  }
}

/** Whether it says that it was signed, and just now: a time too far ahead is refused as one too far back is. */
function isSignedNow({ headers }: IncomingMessage, now: Moment): boolean {
  const signed = /^v0=[0-9a-f]{64}$/.test(String(headers["x-slack-signature"]));
  const sent = Number(headers["x-slack-request-timestamp"] || Number.NaN);
  return signed && Math.abs(sent - now / 1_000) <= skew;
}

function isBare({ headers }: IncomingMessage): boolean {
  return headers["x-slack-signature"] === undefined;
}

/** Everything of Slack's is an object. Bolt takes it for one, in a promise that nobody hears. */
function isObject(body: Buffer, type: string): boolean {
  const text = body.toString();
  if (type !== formType) return begins.test(text);
  // A form is parsed only where it looks odd: a key in signs of percent may be this one.
  if (!/(?:^|&)(?:payload|[^=&]*%[^=&]*)=(?!%7B|\{)/i.test(text)) return true;
  const { payload } = parse(text);
  return typeof payload !== "string" || begins.test(payload);
}

const begins = /^\s*\{/;
