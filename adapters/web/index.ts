import { Agent } from "undici";
import { type PageRead, type PageReader, unreachableWords } from "#core";
import { guardedLookup } from "./address.ts";
import { decode } from "./charset.ts";
import { type Gate, type Got, get, type NotGot, not } from "./fetch.ts";
import { textOfHtml } from "./html-text.ts";
import { strictPolicy, type WebPolicy } from "./policy.ts";
import { type Robots, readRobots } from "./robots.ts";

export { strictPolicy };

/** A page with less text than this, and with scripts, is made by them. In characters. */
const leastText = 200;

/** Opens the net, as far as the policy lets it. Nothing is asked for before a page is. */
export function openReader(policy: WebPolicy): PageReader {
  const lookup = guardedLookup(policy.lookup, policy.mayConnect);
  const agent = new Agent({
    connect: { lookup, timeout: 10_000, ...(policy.ca === undefined ? {} : { ca: policy.ca }) },
  });
  const sites = new Map<string, Promise<Robots | NotGot>>();
  const freeAt = new Map<string, number>();

  /** Waits until the host may be asked again. */
  async function inTime({ host }: URL, pause: number): Promise<void> {
    const from = Math.max(freeAt.get(host) ?? 0, policy.now());
    freeAt.set(host, from + pause);
    if (from > policy.now()) await policy.wait(from - policy.now());
  }

  function robotsOf(url: URL): Promise<Robots | NotGot> {
    const known = sites.get(url.host);
    if (known !== undefined) return known;
    const asked = get(new URL("/robots.txt", url), policy, agent, async (each) => {
      await inTime(each, policy.pause);
      return null;
    }).then((got) => readRobots(url.origin, got));
    sites.set(url.host, asked);
    return asked;
  }

  const gate: Gate = async (url) => {
    const robots = await robotsOf(url);
    if ("unreachable" in robots) return robots;
    if (!robots.allows(url)) return not("robots", url.host);
    await inTime(url, Math.max(policy.pause, robots.delay));
    return null;
  };

  return {
    async read(address) {
      const got = await get(new URL(address), policy, agent, gate);
      return "unreachable" in got ? got : textOf(got);
    },
    close: () => agent.destroy(),
  };
}

const texts = /^\s*(text\/(html|plain|markdown|x-markdown)|application\/(xhtml\+xml|json))\s*(;|$)/i;

function textOf({ status, type, body }: Got): PageRead {
  if (status < 200 || status > 299) return not("status", String(status));
  if (type !== "" && !texts.test(type)) return not("no text", type.slice(0, 60));
  const page = decode(body, type);
  if (type !== "" && !/html/i.test(type)) return { text: page };
  const { text, scripts } = textOfHtml(page);
  return scripts && text.replace(/\s+/g, " ").trim().length < leastText ? not(unreachableWords.browser, "") : { text };
}
