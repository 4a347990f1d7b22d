import { type Accident, accidentThemes } from "#pricing";
import { accidentsThatApply, type CostTold, costOf } from "../advice/accidents.ts";
import type { Situation } from "../advice/situation.ts";
import { dayWords } from "../market/days.ts";
import type { Market } from "../market/market.ts";
import { accidentSource } from "../market/sources.ts";
import { decimal, formatAmount } from "../quantity/money.ts";
import type { Block } from "../screen/screen.ts";
import { messages, themeTitles } from "./accident-messages.ts";

/** One line for the card: the worst that can happen here, and whether dollars are told of it. Null where nothing can. */
export function worstAccident(situation: Situation): { blocks: Block[]; inDollars: boolean } | null {
  const [worst] = accidentsThatApply(situation);
  if (worst === undefined) return null;
  const told = costOf(worst);
  const inDollars = told?.cost.currency === "USD";
  const text = inDollars
    ? messages.worst(worst.mistake, costWords(told))
    : messages.known(worst.mistake, basisWords(worst));
  return { blocks: [{ block: "quiet", text }], inDollars };
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
    ...(told === null ? [] : [costWords(told)]),
    accident.avoid,
  ];
  const title = `${accident.mistake.slice(0, 1).toUpperCase()}${accident.mistake.slice(1)}`;
  return [
    { block: "facts", facts: [{ label: title, value: parts.join(" ") }] },
    ...accident.sources.map((source): Block => ({ block: "source", source: accidentSource(source, market) })),
  ];
}

/** `It cost about $1,800 in two days (reported 23 Mar 2026).` As told, never converted; the vendor never tells it. */
function costWords({ cost: { amount, currency, over, about }, source }: CostTold): string {
  const figure = `${currency === "USD" ? "$" : `${currency} `}${formatAmount(decimal(amount))}`;
  const whose = sinceWords(messages.whose.reported, source);
  return messages.cost(`${about ? messages.about(figure) : figure} ${over}`, whose);
}

/** Who says that it works so, by the newest of those sources. */
function basisWords({ basis, sources }: Accident): string {
  const theirs = sources.filter(({ kind }) => (kind === "official") === (basis === "official"));
  const [newest] = theirs.toSorted((one, other) => ((one.readOn ?? "") < (other.readOn ?? "") ? 1 : -1));
  return sinceWords(messages.whose[basis], newest);
}

function sinceWords(whose: string, source: Accident["sources"][number] | undefined): string {
  const day = source?.readOn ?? null;
  return day === null ? messages.undated(whose) : messages.on(whose, dayWords(day));
}
