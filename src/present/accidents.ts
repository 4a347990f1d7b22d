import { type Accident, accidentThemes } from "#pricing";
import { accidentsThatApply, type CostTold, costOf } from "../advice/accidents.ts";
import type { Situation } from "../advice/situation.ts";
import { dayWords } from "../market/days.ts";
import type { Market } from "../market/market.ts";
import { accidentSource } from "../market/sources.ts";
import { decimal, formatAmount } from "../quantity/money.ts";
import type { Block } from "../screen/screen.ts";
import { messages, themeTitles } from "./accident-messages.ts";

/** One line for the card: the most expensive mistake that can be made here. Empty where no dollars are told. */
export function worstAccidentBlocks(situation: Situation): Block[] {
  const [worst] = accidentsThatApply(situation);
  const told = worst === undefined ? null : costOf(worst);
  if (worst === undefined || told === null || told.cost.currency !== "USD") return [];
  return [{ block: "quiet", text: messages.worst(worst.mistake, costWords(told), whoseWords(told, worst)) }];
}

/** The section for Details: every accident that can happen here, the worst first. Empty where none can. */
export function accidentBlocks(situation: Situation): Block[] {
  const accidents = accidentsThatApply(situation);
  if (accidents.length === 0) return [];
  return [
    { block: "heading", text: messages.heading },
    ...accidents.flatMap((accident) => oneAccident(accident, situation.market)),
  ];
}

/** Every accident of the catalogue by theme, with its sources. */
export function accidentTopicBlocks(market: Market): Block[] {
  const { accidents } = market.catalogue;
  return [
    { block: "heading", text: messages.topic },
    { block: "text", text: messages.intro },
    ...accidentThemes.flatMap((theme): Block[] => {
      const ofTheme = accidents.filter((accident) => accident.theme === theme);
      if (ofTheme.length === 0) return [];
      return [
        { block: "heading", text: themeTitles[theme] },
        ...ofTheme.flatMap((accident) => oneAccident(accident, market)),
      ];
    }),
  ];
}

function oneAccident(accident: Accident, market: Market): Block[] {
  const told = costOf(accident);
  const parts = [
    messages.happens(accident.what, accident.basis),
    ...(told === null ? [] : [messages.cost(costWords(told), whoseWords(told, accident))]),
    accident.avoid,
  ];
  const title = `${accident.mistake.slice(0, 1).toUpperCase()}${accident.mistake.slice(1)}`;
  return [
    { block: "facts", facts: [{ label: title, value: parts.join(" ") }] },
    ...accident.sources.map((source): Block => ({ block: "source", source: accidentSource(source, market) })),
  ];
}

/** `about $1,800 in two days`: as told, never converted. */
function costWords({ cost: { amount, currency, over, about } }: CostTold): string {
  const figure = `${currency === "USD" ? "$" : `${currency} `}${formatAmount(decimal(amount))}`;
  return `${about ? messages.about(figure) : figure} ${over}`;
}

/** What a cost is told by is never the vendor: whose report it is, and since when. */
function whoseWords({ source }: CostTold, { seenOn }: Accident): string {
  return source.readOn === null
    ? messages.reportedUndated(dayWords(seenOn))
    : messages.reportedOn(dayWords(source.readOn));
}
