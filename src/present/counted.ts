import type { Counted } from "../estimate/tokens/counted.ts";
import { tokensOfModel } from "../estimate/tokens/models.ts";
import { unitWords } from "../quantity/amounts.ts";
import type { Block } from "../screen/screen.ts";
import { countedWords as words } from "./messages.ts";

/** A count as a person reads it: a number where it is exact, a band where it is an estimate, and where that comes from. */
export function countedBlocks({ model, encoding, exact, tokens, low, high }: Counted): Block[] {
  const known = tokensOfModel(model);
  const number = (amount: number) => unitWords(String(amount), String(amount), String(amount));
  return [
    {
      block: "facts",
      facts: [
        { label: words.tokens, value: exact ? number(tokens) : words.about(number(low), number(high)) },
        { label: words.model, value: model },
        { label: words.method, value: exact ? encoding : words.estimated(encoding, known?.factor, known?.source) },
      ],
    },
    ...(exact ? [] : [{ block: "text" as const, text: words.moreExact }]),
  ];
}
