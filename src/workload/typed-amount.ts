/** An amount as it is kept in an answer: one number, or a range. */
export type KeptAmount = number | { low: number; expected: number; high: number };

const number = "(\\d{1,3}(?:[, \u202f]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)";
const shape = new RegExp(
  `^${number}(?:\\s*(?:-|\u2013|to|/)\\s*${number})?(?:\\s*/\\s*${number})?\\s*(%|[a-z]+)?$`,
  "i",
);

/** What was typed: one to three numbers and perhaps a unit. */
type Typed = { low: number; expected: number; high: number; unit: string };

/**
 * Reads `5000`, `3,000-8,000`, `3000 to 8000` or `3000/5000/8000`, each perhaps with a unit behind it. Undefined for
 * anything else, and for what can be read in two ways; see `twoReadings`.
 */
export function readTypedAmount(line: string): Typed | undefined {
  const parts = shape.exec(line.trim());
  if (parts === null || numbersIn(parts).some((part) => doubtful.test(part))) return undefined;
  const numbers = numbersIn(parts).map((part) => Number(part.replace(/[,\u202f ]/g, "")));
  const [low = Number.NaN, second = low, third] = numbers;
  const high = third ?? second;
  // Of two ends the middle is expected; the person gave no better one.
  const expected = third === undefined ? (low + high) / 2 : second;
  return { low, expected, high, unit: (parts[4] ?? "").toLowerCase() };
}

function numbersIn(parts: RegExpExecArray): string[] {
  return parts.slice(1, 4).filter((part) => part !== undefined);
}

/** A point before three digits: a decimal point to some, to others what sets thousands apart. */
const doubtful = /^[1-9]\d{0,2}\.\d{3}$/;

/** What to do about an amount that means two things, such as `3.000`, in a sentence; undefined where there is none. */
export function twoReadings(line: string): string | undefined {
  const parts = shape.exec(line.trim());
  const found = parts === null ? undefined : numbersIn(parts).find((part) => doubtful.test(part));
  if (found === undefined) return undefined;
  const [whole = "", digits = ""] = found.split(".");
  const small = Number(digits) === 0 ? whole : `${found}0`;
  return `"${found}" can be read in two ways: write ${whole},${digits} for thousands, or ${small}.`;
}

/** One number where all are equal, else the range. */
export function keptAmount({ low, expected, high }: Pick<Typed, "low" | "expected" | "high">): KeptAmount {
  return low === high ? expected : { low, expected, high };
}

/** A kept amount as a person would type it again. */
export function retyped(amount: unknown): string | null {
  const one = (each: unknown) => (doubtful.test(String(each)) ? `${each}0` : String(each));
  if (typeof amount === "number" || typeof amount === "string") return one(amount);
  if (typeof amount !== "object" || amount === null) return null;
  const { low, expected, high } = amount as Record<string, unknown>;
  return [low, expected, high].map(one).join("/");
}
