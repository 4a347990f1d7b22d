import type { Result, Wallet } from "../../advice/result.ts";
import type { Situation } from "../../advice/situation.ts";
import { dayWords } from "../../market/days.ts";
import type { Edge } from "../../market/market.ts";
import type { Block } from "../../screen/screen.ts";
import { personFact } from "../person.ts";
import { readPriceWords } from "../price-words.ts";
import { factLabels, fundingWords, headings, includedWords, messages } from "../recommendation-messages.ts";
import { textBlocks, under } from "./section.ts";

/** A product that may be bought: what it is paid in, its price, whose it is, and when it ends. */
export function productBlocks(wallet: Wallet): Block[] {
  const { name, kind } = wallet.owner;
  const { expiry, funding, included } = wallet;
  return [
    { block: "heading", text: wallet.product },
    {
      block: "facts",
      facts: [
        {
          label: factLabels.unit,
          value: `${wallet.unitName}${wallet.currency === null ? "" : ` (${wallet.currency})`}`,
        },
        { label: factLabels.price, value: readPriceWords(wallet) },
        ...(included.length === 0
          ? []
          : [{ label: factLabels.included, value: included.map(includedWords).join("; ") }]),
        name === null
          ? { label: factLabels.owner, value: kind ?? messages.nobody }
          : personFact(factLabels.owner, name, kind === null ? "" : `, ${kind}`),
        {
          label: factLabels.expiry,
          value: expiry.date === null ? expiry.text : messages.on(expiry.text, dayWords(expiry.date)),
        },
        { label: factLabels.rollover, value: wallet.rollover },
        { label: factLabels.whenEmpty, value: wallet.atZeroText },
        { label: factLabels.funding, value: funding === null ? messages.notSettled : fundingWords[funding] },
      ],
    },
  ];
}

/** What the balances in play pay for: the connections to others are for scripts. */
export function connectionsInPlay({ wallets, connections }: Result, situation: Situation): Edge[] {
  const inPlay = new Set([...situation.chosenRows, ...wallets].map(({ id }) => id));
  return connections.filter(({ from, to }) => inPlay.has(from) && inPlay.has(to));
}

/** Which balance pays for what, a sentence each. */
export function connectionBlocks(result: Result, situation: Situation): Block[] {
  const { market } = situation;
  const texts = connectionsInPlay(result, situation).map((edge) => {
    const names = [edge.from, edge.to].map((id) => market.row(id)?.product ?? id);
    const status = edge.status === "connected" && market.isStale(edge) ? messages.checkAgain : edge.status;
    return messages.pair(names, status, edge.says, edge.only);
  });
  return under(headings.connections, textBlocks(texts));
}
