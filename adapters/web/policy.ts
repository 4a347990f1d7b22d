import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { isPublicAddress } from "./address.ts";
import { userAgent } from "./web-messages.ts";

/** What may be read, how much of it, and how gently. A test gives its own doors; the program has only the strict one. */
export type WebPolicy = {
  /** The hosts of the catalogue, with a port where it is not the usual one. */
  hosts: ReadonlySet<string>;
  /** Whether a connection may go to this address. */
  mayConnect: (address: string) => boolean;
  lookup: LookupFunction;
  /** Certificates to trust beside the usual ones. */
  ca?: string;
  /** In bytes, after it was unpacked. */
  mostBytes: number;
  mostRedirects: number;
  /** A signal for one request, given when its time is over. */
  deadline: () => AbortSignal;
  /** Milliseconds between two requests to one host, unless it asks for more. */
  pause: number;
  wait: (milliseconds: number) => Promise<unknown>;
  now: () => number;
  userAgent: string;
};

/** The program's own policy: https, the open net, the hosts of the catalogue. */
export function strictPolicy(hosts: ReadonlySet<string>, version: string): WebPolicy {
  return {
    hosts,
    mayConnect: isPublicAddress,
    lookup: lookup as LookupFunction,
    mostBytes: 5_000_000,
    mostRedirects: 5,
    deadline: () => AbortSignal.timeout(20_000),
    pause: 3_000,
    wait,
    now: Date.now,
    userAgent: userAgent(version),
  };
}
