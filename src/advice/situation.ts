import type { RateBook, Row } from "#pricing";
import type { Answers } from "../checklist/answers.ts";
import type { Checklist } from "../checklist/checklist.ts";
import type { Evidence } from "../checklist/compile.ts";
import type { DerivedId, FactId, QuestionId, Route, WordSign, WorkloadSign } from "../checklist/ids.ts";
import { withoutOldAnswers } from "../checklist/old-answers.ts";
import type { Truth } from "../checklist/truth.ts";
import type { Estimated } from "../estimate/estimate.ts";
import type { Estimate } from "../estimate/result.ts";
import type { Market } from "../market/market.ts";
import { decideRoutes, type ListedRoute } from "./decide-routes.ts";
import { findFact, findPairs } from "./facts.ts";
import { type PickedWallet, pickWallets } from "./pick.ts";
import { prefilledOptions } from "./prefill.ts";

/** What the workload and pasted words show, found by whoever looked at them. */
export type Signs = {
  /** The work with its price, and what it was priced for; null where no work is known. */
  priced: PricedWork | null;
  workload: ReadonlySet<WorkloadSign>;
  words: ReadonlySet<WordSign>;
  /** The wallets that the words may mean, by the vendors' own names. */
  meant: readonly string[];
  /** What the workload costs; null while none is known. */
  estimate: Estimate | null;
};

/** An estimate, or what is wrong with the work, with all that it was made of: it holds while `key` and `rates` are the same. */
export type PricedWork = { rates: RateBook; key: string; estimated: Estimated };

export const noSigns: Signs = { priced: null, workload: new Set(), words: new Set(), meant: [], estimate: null };

/**
 * One person's answers on one day's market: what conditions are judged by. Routes are decided first; wallets, and what
 * the catalogue says of them, follow. Everything is worked out at most once.
 */
export class Situation implements Evidence {
  readonly checklist: Checklist;
  readonly market: Market;
  readonly answers: Answers;
  readonly signs: Signs;
  /** The chosen vendors, whether by name or by a product of theirs. */
  readonly vendors: ReadonlySet<string>;
  readonly chosenRows: readonly Row[];
  /** True when the choice of vendors is open: unanswered, not known or undecided. */
  readonly vendorOpen: boolean;
  readonly routes: readonly ListedRoute[];
  #wallets: readonly PickedWallet[] | undefined;
  #pairs: readonly [Row, Row][] | undefined;
  #deciding = true;
  #asked = new Map<QuestionId, Truth>();
  #derived = new Map<DerivedId, Truth>();
  #facts = new Map<FactId, Truth>();

  constructor(checklist: Checklist, market: Market, answers: Answers, signs: Signs = noSigns) {
    this.checklist = checklist;
    this.market = market;
    this.answers = withoutOldAnswers(answers);
    this.signs = signs;
    const chosen = Array.isArray(answers.vendor) ? answers.vendor : [];
    this.vendorOpen = chosen.length === 0 || chosen.includes("undecided");
    const rows = chosen.flatMap((id) => market.row(id) ?? []);
    this.chosenRows = rows.length < 2 ? rows : market.catalogue.rows.filter((row) => rows.includes(row));
    const vendors = new Set([
      ...chosen.filter((id) => market.rowsOf(id).length > 0),
      ...this.chosenRows.map((row) => row.vendor),
    ]);
    // In the catalogue's order, so that the order in which vendors were chosen changes nothing.
    this.vendors =
      vendors.size < 2
        ? vendors
        : new Set(market.catalogue.vendors.map(({ id }) => id).filter((id) => vendors.has(id)));
    this.routes = decideRoutes(this);
    this.#deciding = false;
    this.#asked.clear();
  }

  /** The same situation with other answers beside those that were given. */
  with(answers: Answers): Situation {
    return new Situation(this.checklist, this.market, { ...this.answers, ...answers }, this.signs);
  }

  /**
   * The same answers with nothing in question but these products: what stands against buying them, and not against others
   * that were named beside them.
   */
  asBought(rows: readonly Row[]): Situation {
    const bought = this.with({ vendor: rows.map(({ id }) => id) });
    const [first] = bought.routes;
    bought.#wallets = rows.flatMap((row) => {
      const picked = bought.wallets.find((each) => each.row === row);
      return picked ?? (first === undefined ? [] : { row, route: first.route, list: first.lists[0] ?? "person" });
    });
    return bought;
  }

  /** The wallets in question: for each chosen vendor, one or more on each listed route. */
  get wallets(): readonly PickedWallet[] {
    this.#wallets ??= pickWallets(this);
    return this.#wallets;
  }

  /** Two products of one vendor that are in play together. */
  get pairs(): readonly [Row, Row][] {
    this.#pairs ??= findPairs(this);
    return this.#pairs;
  }

  asked(question: QuestionId): Truth {
    const known = this.#asked.get(question);
    if (known !== undefined || this.#asked.has(question)) return known;
    return remember(this.#asked, question, this.checklist.asked.get(question)?.(this));
  }

  derived(name: DerivedId): Truth {
    const known = this.#derived.get(name);
    if (known !== undefined || this.#derived.has(name)) return known;
    return remember(this.#derived, name, this.checklist.derived.get(name)?.(this));
  }

  fact(name: FactId): Truth {
    const known = this.#facts.get(name);
    if (known !== undefined || this.#facts.has(name)) return known;
    return remember(this.#facts, name, findFact(name, this));
  }

  /** The answer that was given, or `undefined` when there is none or it is "I don't know". */
  answer<Q extends QuestionId>(question: Q): Exclude<Answers[Q], "unknown" | undefined> | undefined {
    const given = this.answers[question];
    return given === undefined || given === "unknown"
      ? undefined
      : (given as Exclude<Answers[Q], "unknown" | undefined>);
  }

  options(question: QuestionId): readonly string[] | undefined {
    // Not knowing how the work reaches the model is the answer "unsure".
    if (question === "job" && this.answers.job === "unknown") return ["unsure"];
    const given = this.answer(question);
    if (typeof given === "string") return [given];
    if (Array.isArray(given)) return given;
    if (given !== undefined) return [];
    return this.#deciding ? undefined : prefilledOptions(question, this);
  }

  count(question: QuestionId): number | undefined {
    const given = this.answer(question);
    return Array.isArray(given) ? given.length : typeof given === "number" ? given : undefined;
  }

  known(question: QuestionId): boolean {
    if (this.asked(question) !== true) return false;
    if (question === "owner") return this.ownerKnown();
    return this.answer(question) !== undefined || this.options(question) !== undefined;
  }

  vendor(id: string): Truth {
    return this.vendors.has(id) ? true : this.vendorOpen ? undefined : false;
  }

  listed(route: Route): Truth {
    return !this.#deciding && this.routes.some((each) => each.route === route);
  }

  routed(rule: string): boolean {
    return this.routes.some((each) => each.rules.includes(rule));
  }

  workload(sign: WorkloadSign): boolean {
    return this.signs.workload.has(sign);
  }

  words(sign: WordSign): boolean {
    return this.signs.words.has(sign);
  }

  /** Whether somebody is named at all; whether both budgets have a name is OW-03's question. */
  ownerKnown(): boolean {
    const owner = this.answer("owner");
    return typeof owner === "object" ? Object.keys(owner).length > 0 : owner !== undefined;
  }
}

function remember<K>(memory: Map<K, Truth>, key: K, truth: Truth): Truth {
  memory.set(key, truth);
  return truth;
}
