import type { PlainDate } from "#pricing";
import type { Decimal } from "../quantity/money.ts";
import { mostRows } from "./limits.ts";
import {
  type Note,
  type Reason,
  type ShapeName,
  type Tier,
  tokenParts,
  type Usage,
  type UsageRow,
  type UsedTokens,
} from "./usage.ts";

/** One record of a file, as far as it is kept. */
export type Used = {
  day: PlainDate;
  vendor: string;
  model: string | null;
  tier?: Tier;
  long?: boolean;
  tokens?: UsedTokens;
  requests?: bigint;
  cost?: { amount: Decimal; currency: string };
  note?: Note;
};

export const noTokens: UsedTokens = { input: 0n, cached: 0n, write5m: 0n, write1h: 0n, output: 0n };

/** Takes records one after another and keeps their sums. Which came first makes no difference to what is kept. */
export class Gathering {
  readonly #rows = new Map<string, UsageRow>();
  readonly #shapes = new Set<ShapeName>();
  readonly #notes = new Set<Note>();
  readonly #leftOut = new Map<Reason, number>();
  readonly #seen = new Set<string>();
  #from: PlainDate | null = null;
  #to: PlainDate | null = null;

  /** Adds what was read of a record, or counts why it is left out. */
  take(shape: ShapeName, read: Used | Reason): void {
    if (typeof read === "string") this.leaveOut(read);
    else this.#add(shape, read);
  }

  /** Adds a record to the row of its day, vendor, model and way of sending. */
  #add(shape: ShapeName, used: Used): void {
    const { day, vendor, model, tier = "standard", long = false, tokens, requests, cost, note } = used;
    this.covers(shape, day, day);
    if (note !== undefined) this.#notes.add(note);
    if (tokens !== undefined && model === null) this.#notes.add("tokens_without_model");
    const key = JSON.stringify([day, vendor, model, tier, long]);
    const row = this.#rows.get(key) ?? { day, vendor, model, tier, long, tokens: null, requests: null, cost: [] };
    if (tokens !== undefined) row.tokens = sumOfTokens(row.tokens ?? noTokens, tokens);
    if (requests !== undefined) row.requests = (row.requests ?? 0n) + requests;
    if (cost !== undefined) row.cost = withCost(row.cost, cost);
    this.#rows.set(key, row);
  }

  /** Days that the file speaks of, whether anything was used on them or not. */
  covers(shape: ShapeName, from: PlainDate, to: PlainDate): void {
    this.#shapes.add(shape);
    if (this.#from === null || from < this.#from) this.#from = from;
    if (this.#to === null || to > this.#to) this.#to = to;
  }

  leaveOut(reason: Reason): void {
    this.#leftOut.set(reason, (this.#leftOut.get(reason) ?? 0) + 1);
  }

  note(note: Note): void {
    this.#notes.add(note);
  }

  /** Whether the same record stood in the file before; the second one is left out. What it is known by is not kept. */
  isRepeated(shape: ShapeName, record: unknown): boolean {
    const key = `${shape} ${JSON.stringify(record)}`;
    if (this.#seen.has(key)) {
      this.leaveOut("duplicate");
      return true;
    }
    this.#seen.add(key);
    return false;
  }

  get isTooLarge(): boolean {
    return this.#rows.size > mostRows;
  }

  /** What was gathered; undefined where no day was. */
  finish(): Usage | undefined {
    if (this.#from === null || this.#to === null) return undefined;
    const key = ({ day, vendor, model, tier, long }: UsageRow) => [day, vendor, model ?? "~", tier, long].join(" ");
    return {
      shapes: [...this.#shapes].sort(),
      from: this.#from,
      to: this.#to,
      rows: [...this.#rows.values()].sort((one, other) => (key(one) < key(other) ? -1 : 1)),
      leftOut: [...this.#leftOut].sort().map(([reason, count]) => ({ reason, count })),
      notes: [...this.#notes].sort(),
    };
  }
}

export function sumOfTokens(one: UsedTokens, other: UsedTokens): UsedTokens {
  const sum = { ...one };
  for (const part of tokenParts) sum[part] += other[part];
  return sum;
}

/** One amount for each currency, in the order of their names. */
export function withCost(costs: UsageRow["cost"], { amount, currency }: UsageRow["cost"][number]): UsageRow["cost"] {
  const before = costs.find((each) => each.currency === currency);
  const others = costs.filter((each) => each !== before);
  const sum = { currency, amount: before === undefined ? amount : before.amount.plus(amount) };
  return [...others, sum].sort((one, other) => (one.currency < other.currency ? -1 : 1));
}
