import type { TurnWay } from "../estimate/text/turn-ways.ts";
import { most } from "../quantity/band.ts";
import { decimal, formatAmount } from "../quantity/money.ts";
import { linesAlt } from "./alt.ts";
import { countAxis, moneyAxis } from "./axis.ts";
import type { About, Chart, Line } from "./chart.ts";
import { chartMessages as words } from "./chart-messages.ts";
import { usdWords } from "./money-words.ts";

/** What each turn of a conversation costs, one line for each way to send it; null with fewer than two ways. */
export function turnChart(ways: readonly TurnWay[], { subject, freshness }: About): Chart | null {
  const drawn = ways.filter(({ turns }) => turns.length > 1);
  const last = most([decimal("0"), ...drawn.flatMap(({ turns }) => turns.map(({ turn }) => decimal(String(turn))))]);
  const dearest = most([decimal("0"), ...drawn.flatMap(({ turns }) => turns.map(({ usd }) => decimal(usd)))]);
  if (drawn.length < 2 || dearest.eq("0")) return null;
  const lines = drawn.map((way, at): Line => lineOf(way, at === 0));
  const head = { title: words.turnTitle, subject, freshness };
  const inWords = drawn.map(({ turns }, at) => ({
    ...(lines[at] as Line),
    value: words.fromTo(usdWords(turns[0]?.usd ?? "0"), lines[at]?.value ?? ""),
  }));
  return {
    ...head,
    form: "lines",
    x: countAxis(words.turnAxis, last),
    y: moneyAxis(words.turnCost, dearest),
    lines,
    marks: [],
    alt: linesAlt(head, inWords, []),
  };
}

function lineOf({ sent, turns }: TurnWay, main: boolean): Line {
  const end = turns.at(-1);
  return {
    name: nameOf(sent),
    value: words.atTurn(usdWords(end?.usd ?? "0"), formatAmount(decimal(String(end?.turn ?? 1)))),
    main,
    points: turns.map(({ turn, usd }) => ({ x: String(turn), y: usd })),
  };
}

function nameOf(sent: TurnWay["sent"]): string {
  if (sent === "cached") return words.cached;
  return sent === "full" ? words.full : words.lastTurns(formatAmount(decimal(String(sent.last))));
}
