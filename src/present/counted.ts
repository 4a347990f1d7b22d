import type { Counted } from "../estimate/tokens/counted.ts";
import { tokensOfModel } from "../estimate/tokens/models.ts";
import type { Block } from "../screen/screen.ts";
import { unitWords } from "./amounts.ts";

/** A count as a person reads it: a number where it is exact, a band where it is an estimate, and where that comes from. */
export function countedBlocks({ model, encoding, exact, tokens, low, high }: Counted): Block[] {
  const known = tokensOfModel(model);
  const number = (amount: number) => unitWords(String(amount), String(amount), String(amount));
  return [
    {
      block: "facts",
      facts: [
        { label: "Tokens", value: exact ? number(tokens) : `${number(low)} to ${number(high)}, an estimate` },
        { label: "Model", value: model },
        { label: "Counted by", value: exact ? encoding : `${encoding} times ${known?.factor}: ${known?.source}` },
      ],
    },
    ...(exact
      ? []
      : [{ block: "text" as const, text: "The usage that the vendor's own answer reports is better than this." }]),
  ];
}
