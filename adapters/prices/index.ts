import { pricesReasons } from "./prices-messages.ts";

/** How much of a file of prices is read, and for how long, before it is given up. */
export type Bounds = { bytes: number; milliseconds: number };

/** The data of today has 0.4 MB. */
const usual: Bounds = { bytes: 4_000_000, milliseconds: 20_000 };

/** Newer prices could not be had, for a reason that stands in the message: what is known stays as it is. */
export class PricesError extends Error {
  override name = "PricesError";
}

/**
 * The JSON at an address, within bounds of size and time, without following it elsewhere. `signal` gives it up. Throws a
 * `PricesError` for whatever the world does.
 */
export async function fetchPrices(url: string, signal: AbortSignal, bounds: Partial<Bounds> = {}): Promise<unknown> {
  const { bytes, milliseconds } = { ...usual, ...bounds };
  const limit = AbortSignal.any([signal, AbortSignal.timeout(milliseconds)]);
  try {
    const answer = await fetch(url, { redirect: "error", signal: limit, headers: { accept: "application/json" } });
    if (answer.status !== 200 || answer.body === null) {
      await answer.body?.cancel();
      throw new PricesError(pricesReasons.status(answer.status));
    }
    return JSON.parse(await textOf(answer.body, bytes));
  } catch (error) {
    if (error instanceof PricesError) throw error;
    throw new PricesError(reasonOf(error), { cause: error });
  }
}

async function textOf(body: ReadableStream<Uint8Array>, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop gives the rest up.
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > most) throw new PricesError(pricesReasons.tooLarge(most));
    chunks.push(chunk);
  }
  return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return pricesReasons.slow;
  if (error instanceof SyntaxError) return pricesReasons.noJson;
  const { cause } = error;
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message;
}
