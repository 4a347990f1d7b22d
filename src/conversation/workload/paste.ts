import type { TokenCounter } from "../../estimate/tokens/counted.ts";
import type { Values } from "../../screen/screen.ts";
import type { Draft } from "../../store/rows.ts";
import { isPasted } from "../../workload/typed-length.ts";
import { lengthParts } from "./asks.ts";

/**
 * Examples that were pasted where a length is asked, as their tokens. An adapter calls it before it submits a page: counting
 * takes time that the conversation itself must not take. What cannot be counted stays, and is judged by its length.
 */
export async function countPasted(draft: Draft, values: Values, counter: () => Promise<TokenCounter>): Promise<Values> {
  const work = draft.answers.workload;
  const model = typeof work === "object" && typeof work.model === "string" ? work.model : undefined;
  if (model === undefined) return values;
  const counted: Values = { ...values };
  for (const part of lengthParts) {
    const field = `workload.${part}`;
    const value = values[field];
    if (typeof value !== "string" || !isPasted(value)) continue;
    const result = await (await counter()).count(value, model);
    if (!("problem" in result)) counted[field] = `${result.low}/${result.tokens}/${result.high} tokens`;
  }
  return counted;
}
