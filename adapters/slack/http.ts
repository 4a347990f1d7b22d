import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { HTTPReceiver, type SocketModeReceiver } from "@slack/bolt";
import { InstallProvider } from "@slack/oauth";
import type { Log, Moment, OperatorPage, OperatorPages, UnderWay } from "#core";
import { httpMessages } from "#core";
import { createBodyReader } from "./body.ts";
import { clientOptions } from "./clients.ts";
import type { Installations } from "./installations.ts";
import { quietLogger } from "./logger.ts";
import { optionalScopes, paths, scopes } from "./manifest.ts";
import type { SlackSettings } from "./settings.ts";
import { installMessages as words } from "./stranger-messages.ts";

export type FrontPorts = {
  settings: SlackSettings;
  receiver: HTTPReceiver | SocketModeReceiver;
  installations: Installations;
  /** What is answered to whoever looks after the program. */
  pages: OperatorPages | undefined;
  underWay: UnderWay;
  /** Resolves when work that holds the event loop up may be begun. */
  turn: () => Promise<void>;
  log: Log;
  now: () => Moment;
};

/** In milliseconds, for a whole request to come: Slack itself waits three seconds for the answer. Who is slower is cut off. */
const patience = { requestTimeout: 5_000, connectionsCheckingInterval: 1_000 };

/** Bodies of more bytes than this take Bolt long to read; nobody who types or presses sends one. */
const large = 50_000;

/** The HTTP server of this adapter: Slack's requests, the pages of an installation, and whether all is well. */
export function createFront(ports: FrontPorts): Server {
  const { receiver, settings, pages, underWay, turn, log, now } = ports;
  const installer = settings.oauth === null ? null : createInstaller(ports, settings.oauth);
  const read = createBodyReader(now);
  /** Bolt is given what was read here: by itself it reads whatever comes, and only then looks whether it was signed. */
  async function hear(bolt: HTTPReceiver, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = await read(request);
    if ("body" in received) {
      if (received.body.length > large) await turn();
      return bolt.requestListener(Object.assign(request, { rawBody: received.body }), response);
    }
    // What was not read of it cannot be told from the next request.
    response.setHeader("connection", "close");
    answer(response, received.refused, "");
  }
  const server = createServer(patience, (request, response) => {
    underWay.add(once(response, "close"));
    // Told to stop: whoever is connected goes elsewhere with the next request.
    if (!server.listening) response.setHeader("connection", "close");
    // Never parsed: an address that is none would throw, and end the program.
    const path = (request.url ?? "/").split("?")[0];
    const page = request.method === "GET" ? pages?.page(path ?? "", settings.port) : null;
    if (page) return settle(show(page, response), response, log);
    if (path === paths.events && receiver instanceof HTTPReceiver && request.method === "POST")
      return settle(hear(receiver, request, response), response, log);
    if (installer !== null && request.method === "GET") {
      if (path === paths.install) return settle(installer.install(request, response), response, log);
      if (path === paths.redirect) return settle(installer.callback(request, response), response, log);
    }
    answer(response, 404, httpMessages.nothing);
  });
  return server;
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(text);
}

async function show(page: Promise<OperatorPage>, response: ServerResponse): Promise<void> {
  const { status, type, body } = await page;
  response.writeHead(status, { "content-type": type }).end(body);
}

function settle(work: Promise<void>, response: ServerResponse, log: Log): void {
  work.catch((error: unknown) => {
    const reference = log.fault(error);
    if (!response.headersSent) page(response, 500, words.broken, httpMessages.reference(reference));
  });
}

function createInstaller(
  { installations, settings, log }: FrontPorts,
  { clientId, clientSecret, redirectUri }: NonNullable<SlackSettings["oauth"]>,
) {
  const provider = new InstallProvider({
    clientId,
    clientSecret,
    // Signs the state of an installation; whoever has the client's secret could make one anyway.
    stateSecret: createHmac("sha256", clientSecret).update("state of an installation").digest("hex"),
    installationStore: installations.store,
    logger: quietLogger(log),
    clientOptions: clientOptions(10_000, settings.apiUrl),
    ...(settings.apiUrl === undefined
      ? {}
      : { authorizationUrl: new URL("../oauth/v2/authorize", settings.apiUrl).href }),
  });
  const options = { scopes: [...scopes, ...optionalScopes], ...(redirectUri === null ? {} : { redirectUri }) };
  return {
    install: (request: IncomingMessage, response: ServerResponse) =>
      provider.handleInstallPath(request, response, undefined, options),
    callback: (request: IncomingMessage, response: ServerResponse) =>
      provider.handleCallback(
        request,
        response,
        {
          success: (_installation, _options, _request, done) => page(done, 200, words.done.title, words.done.words),
          failure: (error, _options, _request, done) => {
            log.warn("an installation did not succeed", error.code);
            page(
              done,
              400,
              words.failed.title,
              words.failed.words,
              `<p><a href="${paths.install}">${words.failed.again}</a></p>`,
            );
          },
        },
        options,
      ),
  };
}

/** A page with our own words only: nothing that came with a request is ever shown on it. */
function page(response: ServerResponse, status: number, title: string, words: string, more = ""): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" });
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${words}</p>${more}</html>`,
  );
}
