import { type Agent, fetch, type Response } from "undici";
import { type PageRead, type Unreachable, unreachableWords } from "#core";
import { literalAddress, RefusedAddress } from "./address.ts";
import type { WebPolicy } from "./policy.ts";
import { webMessages } from "./web-messages.ts";

/** What a server answered in the end. */
export type Got = { status: number; type: string; body: Uint8Array; url: URL };
export type NotGot = Exclude<PageRead, { text: string }>;

/** Asked before each request, also of those that a redirect asks for: what keeps it from being made. */
export type Gate = (url: URL) => Promise<NotGot | null>;

const redirects: readonly number[] = [301, 302, 303, 307, 308];

/** Gets one address, and what it leads to, as long as the policy allows each of them. Throws nothing for what the world does. */
export async function get(address: URL, policy: WebPolicy, agent: Agent, gate: Gate): Promise<Got | NotGot> {
  let url = address;
  for (let hops = 0; hops <= policy.mostRedirects; hops++) {
    const refused = permit(url, policy) ?? (await gate(url));
    if (refused !== null) return refused;
    const signal = policy.deadline();
    try {
      const response = await fetch(url.href, {
        ...{ dispatcher: agent, signal, redirect: "manual" },
        headers: { "user-agent": policy.userAgent, accept: "text/html, text/plain;q=0.9, */*;q=0.1" },
      });
      const { status, headers } = response;
      const next = redirects.includes(status) ? headers.get("location") : null;
      if (next === null) {
        const body = await bounded(response, policy.mostBytes);
        return body === null
          ? not("too large", webMessages.tooLarge(policy.mostBytes / 1_000_000))
          : { status, type: headers.get("content-type") ?? "", body, url };
      }
      await response.body?.cancel();
      if (!URL.canParse(next, url.href)) return not("failed", webMessages.leadsTo(next.slice(0, 100)));
      url = new URL(next, url);
    } catch (error) {
      return signal.aborted ? not("too slow", url.host) : meaningOf(error);
    }
  }
  return not(unreachableWords.redirects, address.host);
}

/** Null where the policy lets this address be asked for. */
function permit(url: URL, { hosts, mayConnect }: WebPolicy): NotGot | null {
  if (url.protocol !== "https:") return not("not https", url.host);
  const literal = literalAddress(url);
  if (literal !== null && !mayConnect(literal)) return not("private address", literal);
  return hosts.has(url.host) ? null : not("foreign host", url.host);
}

/** The body as far as it may be long; null for a longer one. What is packed is unpacked piece by piece, and no further. */
async function bounded(response: Response, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    // Leaving the loop gives up the rest.
    if (bytes > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function not(unreachable: Unreachable, detail: string): NotGot {
  return { unreachable, detail };
}

/** What the net says stands behind the errors that wrap it. */
function meaningOf(error: unknown): NotGot {
  for (let at = error, deep = 0; at instanceof Error && deep < 5; at = at.cause, deep++) {
    if (at instanceof RefusedAddress) return not("private address", at.message);
    const { code } = at as NodeJS.ErrnoException;
    if (code !== undefined) return not("failed", code);
  }
  // A blocked port, or a password in the address, has no code.
  if (error instanceof TypeError) return not("failed", error.message);
  // What no socket, no name server and no packer says is a bug.
  throw error;
}
