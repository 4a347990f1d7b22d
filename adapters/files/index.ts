import { codeOf, type Download, mostUsageBytes, type NotHad } from "#core";

/** So many files are fetched at once: each is in memory as a whole. */
const mostFiles = 8;

/** How long a file may take, in milliseconds. */
const patience = 15_000;

/** Fetches files that people hand over in chats. `deadline` gives up one that takes too long. */
export function createDownloads(deadline: () => AbortSignal = () => AbortSignal.timeout(patience)): Download {
  let underWay = 0;
  return async ({ address, hosts, apiUrl }, headers) => {
    const url = permitted(address, hosts, apiUrl);
    if (url === null) return { not: "foreign", cause: "another host" };
    if (underWay >= mostFiles) return { not: "busy", cause: `${underWay} at once` };
    underWay++;
    try {
      return await download(url, headers, deadline());
    } finally {
      underWay--;
    }
  };
}

/** The address, where its platform keeps files there; null for anything else: nothing is asked of it. */
function permitted(address: string, hosts: readonly string[], apiUrl: string | undefined): URL | null {
  const url = URL.parse(address);
  if (url === null || url.username !== "" || url.password !== "") return null;
  if (apiUrl !== undefined && URL.parse(apiUrl)?.origin === url.origin) return url;
  return url.protocol === "https:" && hosts.includes(url.host) ? url : null;
}

async function download(url: URL, headers: Record<string, string>, signal: AbortSignal): ReturnType<Download> {
  try {
    // Not followed: what is sent along is for this host alone, and elsewhere stands no file of its.
    const answer = await fetch(url, { redirect: "manual", headers, signal });
    const not = refusalOf(answer.status, answer.headers.get("content-type") ?? "");
    if (not !== null || answer.body === null) {
      await answer.body?.cancel();
      return { not: not ?? "no answer", cause: `HTTP ${answer.status}` };
    }
    const bytes = await bounded(answer.body);
    return bytes === null ? { not: "too large", cause: `more than ${mostUsageBytes} bytes` } : { bytes };
  } catch (error) {
    if (signal.aborted) return { not: "no answer", cause: "too slow" };
    const code = codeOf(error);
    // What no socket and no name server says is a bug.
    if (code === undefined && !(error instanceof TypeError)) throw error;
    return { not: "no answer", cause: code ?? "broke off" };
  }
}

/** Why an answer is no file. A page for people, or the way to one, stands there for whoever may not have it. */
function refusalOf(status: number, type: string): NotHad["not"] | null {
  if (status === 404 || status === 410) return "gone";
  if (status >= 500) return "no answer";
  return status === 200 && !type.startsWith("text/html") ? null : "refused";
}

/** The whole body, as far as it may be long; null for a longer one. What is packed is unpacked piece by piece, and no further. */
async function bounded(body: ReadableStream<Uint8Array>): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    // Leaving the loop gives up the rest.
    if (size > mostUsageBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
