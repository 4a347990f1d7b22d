import robotsParser from "robots-parser";
import { decode } from "./charset.ts";
import type { Got, NotGot } from "./fetch.ts";

/** The package is a function; its types say that it has one. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

/** What a site lets our program read. */
export type Robots = { allows(url: URL): boolean; delay: number };

/** By this name a site may speak to us. */
const ourName = "aicost";
/** A site that asks for a longer pause than this gets this one. In seconds. */
const longestDelay = 60;

/**
 * A site without the file lets everything be read. One that fails to give it lets nothing, as RFC 9309 has it: null.
 */
export function readRobots(origin: string, got: Got | NotGot): Robots | null {
  if ("unreachable" in got || got.status >= 500 || got.status === 429) return null;
  if (got.status >= 400) return { allows: () => true, delay: 0 };
  const robots = parseRobots(`${origin}/robots.txt`, decode(got.body, got.type));
  return {
    allows: (url) => robots.isAllowed(url.href, ourName) === true,
    delay: Math.min(robots.getCrawlDelay(ourName) ?? 0, longestDelay) * 1_000,
  };
}
