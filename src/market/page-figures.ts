import type { Row } from "#pricing";

/** One figure of a row as pages write it. */
export type PageFigure = {
  /** For people: `$20`, `2,500 credits`. */
  words: string;
  pattern: RegExp;
};

/** How pages mark money: before the figure, or behind it. */
const marks: Readonly<Record<string, { before: string; after: string }>> = {
  USD: { before: "(?:us ?\\$|usd ?\\$?|(?<![a-z])\\$)", after: "(?:usd|us dollars?|dollars?)" },
  EUR: { before: "(?:€|eur)", after: "(?:€|eur|euros?)" },
  GBP: { before: "(?:£|gbp)", after: "(?:£|gbp|pounds?)" },
  CNY: { before: "(?:¥|cny|rmb)", after: "(?:元|cny|rmb|yuan)" },
  JPY: { before: "(?:¥|jpy)", after: "(?:円|jpy|yen)" },
  INR: { before: "(?:₹|inr|rs\\.?)", after: "(?:inr|rupees?)" },
};

/** Counts below this stand everywhere on a page and say nothing. */
const leastCount = 10;

/** Every figure by which a row can be recognised on its page: its prices, then what they include. */
export function figuresOf(row: Row): PageFigure[] {
  const prices = [row.price, ...row.otherPrices].flatMap(({ amount, currency }) =>
    amount === null ? [] : [priceFigure(amount, currency)],
  );
  const counts = row.included.flatMap(({ amount, name }) =>
    amount === null || Number(amount) < leastCount ? [] : [countFigure(amount, name)],
  );
  const all = [...prices, ...counts];
  return all.filter(({ words }, at) => all.findIndex((each) => each.words === words) === at);
}

function priceFigure(amount: string, currency: string): PageFigure {
  const words = currency === "USD" ? `$${amount}` : `${amount} ${currency}`;
  const { before, after } = marks[currency] ?? { before: currency.toLowerCase(), after: currency.toLowerCase() };
  if (Number(amount) === 0) return { words, pattern: new RegExp(`\\bfree\\b|${before} ?0(?![\\d.,]*[1-9])`) };
  const figure = written(amount);
  const cents = `${figure.whole}[.,]${figure.cents}`;
  const pattern = `${before} ?${apart(figure.either)}|${apart(figure.either)} ?${after}(?![a-z])|${apart(cents)}`;
  return { words, pattern: new RegExp(pattern) };
}

function countFigure(amount: string, name: string): PageFigure {
  return { words: `${amount} ${name}`, pattern: new RegExp(apart(written(amount).either)) };
}

/** A figure by itself: 20 stands neither in 200 nor in 1.20. */
function apart(figure: string): string {
  return `(?<![\\d.,])(?:${figure})(?!\\d|[.,]\\d)`;
}

/** Thousands may be parted, and cents left out where there are none. */
function written(amount: string): { whole: string; cents: string; either: string } {
  const [whole = "", decimals = ""] = amount.split(".");
  const parted = whole.replace(/\B(?=(\d{3})+(?!\d))/g, "[., ']?");
  const digits = decimals.replace(/0+$/, "");
  const cents = digits.padEnd(2, "0");
  const exact = digits.length === 1 ? `${digits}0?` : digits;
  return { whole: parted, cents, either: digits === "" ? `${parted}(?:[.,]00)?` : `${parted}[.,]${exact}` };
}
