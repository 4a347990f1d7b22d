import { createServer, type Server } from "node:http";
import { httpMessages, type Log, type OperatorPages } from "#core";

/** In milliseconds: who asks does so at once. */
const patience = { requestTimeout: 5_000, headersTimeout: 5_000, connectionsCheckingInterval: 1_000 };

/** A small listener of its own for whoever looks after the program, where no platform calls. `port`: as it is set. */
export function createListener(port: number, pages: OperatorPages, log: Log): Server {
  return createServer(patience, (request, response) => {
    const plain = { "content-type": "text/plain; charset=utf-8" };
    const page = request.method === "GET" ? pages.page((request.url ?? "").split("?")[0] ?? "", port) : null;
    if (page === null) return void response.writeHead(404, plain).end(httpMessages.nothing);
    page.then(
      ({ status, type, body }) => response.writeHead(status, { "content-type": type }).end(body),
      (error: unknown) => response.writeHead(500, plain).end(httpMessages.reference(log.fault(error))),
    );
  });
}
