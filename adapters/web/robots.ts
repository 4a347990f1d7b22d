import robotsParser from "robots-parser";
import { decode } from "./charset.ts";
import { type Got, type NotGot, not } from "./fetch.ts";

/** The package is a function; its types say that it has one. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

/** What a site lets our program read. */
export type Robots = { allows(url: URL): boolean; delay: number };

/** By this name a site may speak to us. */
const ourName = "aicost";
/** A site that asks for a longer pause than this gets this one. In seconds. */
const longestDelay = 60;

/** A site without the file lets everything be read. One that fails to give it lets nothing, as RFC 9309 has it. */
export function readRobots(origin: string, got: Got | NotGot): Robots | NotGot {
  if ("unreachable" in got) return not("robots unknown", [got.unreachable, got.detail].join(" ").trim());
  if (got.status >= 500 || got.status === 429) return not("robots unknown", String(got.status));
  if (got.status >= 400) return { allows: () => true, delay: 0 };
  const robots = parseRobots(`${origin}/robots.txt`, decode(got.body, got.type));
  return {
    allows: (url) => robots.isAllowed(url.href, ourName) === true,
    delay: Math.min(robots.getCrawlDelay(ourName) ?? 0, longestDelay) * 1_000,
  };
}
