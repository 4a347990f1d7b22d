import { LogLevel, WebClient, type WebClientOptions } from "@slack/web-api";
import { send } from "./transport.ts";

/** Two clients for one token: what a person waits for must never stand in a queue behind what is posted. */
export type Clients = {
  /** For views, while a trigger is valid: one try, 2.5 s. */
  ui: WebClient;
  /** For the outbox: one try, which knows how it ended or says that it does not. */
  post: WebClient;
};

/**
 * One try only: the library would otherwise send a message again when an answer is lost. A 429 is an error at once: the
 * library would otherwise hold up every call of the client.
 */
export function clientOptions(timeout: number, apiUrl: string | undefined): WebClientOptions {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    fetch: send,
    timeout,
    // Who calls says what went wrong.
    logLevel: LogLevel.ERROR,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  };
}

export const uiTimeout = 2_500;
const postTimeout = 10_000;

/** Makes clients by token, and keeps the last few hundred. */
export function createClients(apiUrl: string | undefined): (token: string) => Clients {
  const kept = new Map<string, Clients>();
  return (token) => {
    const known = kept.get(token);
    if (known !== undefined) return known;
    const clients = {
      ui: new WebClient(token, clientOptions(uiTimeout, apiUrl)),
      post: new WebClient(token, clientOptions(postTimeout, apiUrl)),
    };
    if (kept.size >= 500) kept.delete(kept.keys().next().value ?? "");
    kept.set(token, clients);
    return clients;
  };
}
