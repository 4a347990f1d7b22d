import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Action,
  acts,
  type Block,
  type Bot,
  clean,
  createBot,
  draftOfLine,
  type Field,
  type Limits,
  lookUpComparison,
  type Reply,
  type Standing,
  type Store,
  type Tenant,
} from "#core";
import { openStore } from "../../adapters/sql/index.ts";
import { routes } from "../../src/checklist/ids.ts";
import { findPlans, planBlocks } from "../../src/present/plans.ts";
import { fitPages } from "../../src/screen/fit.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { play, type Script } from "../conversation/play.ts";
import { journeys } from "../conversation/scripts.ts";
import { block, contents, line, squeezed } from "./blocks.ts";

/** A chat adapter under test, without its network: what it draws, and what it reads. */
export type TestedAdapter<Shown> = {
  platform: Tenant["platform"];
  limits: { form: Limits; answer: Limits; card: Limits };
  /** A reply as it is shown to one person. */
  show(reply: Reply): Shown;
  /** A message in a channel. */
  card(title: string, blocks: Block[], actions: Action[]): Shown;
  /** What the platform would refuse, by rules written down apart from the adapters. */
  problems(shown: Shown): string[];
  /** Every text that can be read, and every address that can be opened. */
  texts(shown: Shown): string[];
  /** What in it would be more than text: mentions, markup, addresses that nobody meant. */
  active(shown: Shown): string[];
  /** Fills the fields and sends the form; null where a person goes on without one. */
  answer:
    | ((shown: Shown, script: Script) => { ticket: string; values: Record<string, string | string[] | null> })
    | Left;
  /** How somebody who is picked comes back, by the name that a script has; left out where people are typed. */
  picked?: (name: string) => string;
  /** What the adapter makes of payloads that are not its own; all of it must be null. */
  foreign: (() => unknown[]) | Left;
};

/** What an adapter does not take part in, and why. */
type Left = { leftOut: string };

/** Texts that try to be more than text, on one platform or another. */
export const hostile = [
  "<!channel> <!here> <!everyone>",
  "<@U1> <@123456789012345678> <@&123456789012345678> <#C1>",
  "@everyone @here",
  "<https://evil.example|Approve>",
  "[Approve](https://evil.example)",
  "`code` break-out ```",
  "*bold* _it_ ~no~ __u__ **b** ||spoiler||",
  "&lt;!here&gt;",
  "# heading\n> quote\n-# small",
  "</a:name:123456789012345678> <a:x:123456789012345678> <t:0:R> <id:guide>",
  "line\nline\u2028\u202egnp.exe",
  ":smile: \u0007\u001b[31m",
];

/** Work as it is compared: named vendors, all of them, and every kind that has a table of its own. */
const comparisons = [
  "media output=video accepted=20 acceptanceRate=40% seconds=8 resolution=1080p audio=yes vendors=kling,runway",
  "media output=video accepted=20 acceptanceRate=40% seconds=8 resolution=1080p audio=yes",
  "text conversations=3000-8000 turns=6 systemTokens=2000 userTokens=200 answerTokens=300 history=full",
  "usage input=10000 output=500 vendors=openai,kling",
];

const routeIds = new RegExp(routes.filter((route) => route.includes("_")).join("|"));

export function adapterSuite<Shown>(name: string, adapter: TestedAdapter<Shown>): void {
  describe(name, () => {
    for (const [journey, written] of Object.entries(journeys)) {
      const { answer, picked = (person: string) => person } = adapter;
      const script = withPeople(written, picked);
      if ("leftOut" in answer) {
        it.skip(`plays ${journey} (${answer.leftOut})`);
        continue;
      }
      it(`plays ${journey} to the same answers as the core alone, and shows all of every page`, async () => {
        const store = await openStore({ file: ":memory:", now: () => 0 });
        const alone = play(advisorOn(exampleDay), script);
        expect(await playThrough(adapter, answer, store, script)).toEqual(alone.draft.answers);
        await store.close();
      });
    }

    it.each([
      "20k support chats a month with gpt-6-sol for our customers",
      "seats for 12 designers, krea or leonardo",
      "chatgpt for 60 people",
      `chatgpt for 60 people, ${hostile.join(", ")}`,
      `claude for me, ${"zebra ".repeat(500)}`,
    ])("begins with the line %j, and shows all that was understood of it and all that was not", async (words) => {
      const store = await openStore({ file: ":memory:", now: () => 0 });
      const bot = botOn(store);
      const draft = draftOfLine(words, advisorOn(exampleDay));
      const begun = await bot.beginWith({ tenant: { platform: adapter.platform, id: "1" }, person: "2" }, draft, false);
      if (!("screen" in begun)) throw new Error("nothing waited");
      const told = begun.screen.body.slice(0, 2);
      expect(JSON.stringify(told)).toContain("Understood");
      const { line } = draft;
      const pieces = [...(line?.understood ?? []).map(({ value }) => value), ...(line?.left ?? [])];
      const texts: string[] = [];
      for (const page of fitPages(begun.screen.body, adapter.limits.form)) {
        const shown = adapter.show({ ...begun, screen: { ...begun.screen, body: page } });
        expect(adapter.problems(shown)).toEqual([]);
        expect(adapter.active(shown)).toEqual([]);
        texts.push(...adapter.texts(shown));
      }
      expect(missing([...told, { block: "text", text: pieces.join(" ") }], texts)).toEqual([]);
      await store.close();
    });

    it("loses nothing in rendering", () => {
      fc.assert(
        fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
          for (const page of fitPages(blocks, adapter.limits.answer)) {
            const shown = adapter.show(reply({ body: page }));
            expect(missing(page, adapter.texts(shown))).toEqual([]);
            expect(adapter.problems(shown)).toEqual([]);
          }
        }),
        { numRuns: 150 },
      );
    });

    it("keeps any screen within what the platform takes", () => {
      fc.assert(
        fc.property(screen, ({ body, fields, actions, title, notice }) => {
          for (const page of fitPages(body, adapter.limits.form)) {
            const shown = adapter.show({ ...reply({ body: page, fields, actions, title }), notice });
            expect(adapter.problems(shown)).toEqual([]);
            expect(missing(page, adapter.texts(shown))).toEqual([]);
          }
        }),
        { numRuns: 150 },
      );
    });

    it("keeps any card within what the platform takes", () => {
      fc.assert(
        fc.property(screen, ({ body, actions, title }) => {
          for (const page of fitPages(body, adapter.limits.card)) {
            const shown = adapter.card(title, page, actions.slice(0, 5));
            expect(adapter.problems(shown)).toEqual([]);
            expect(missing(page, adapter.texts(shown))).toEqual([]);
          }
        }),
        { numRuns: 100 },
      );
    });

    it("loses nothing of texts that grow when they are written", () => {
      const text = Array.from({ length: 1_500 }, (_, at) => `w${at}*_*_`).join(" ");
      const body: Block[] = [
        { block: "text", text },
        { block: "facts", facts: [{ label: "Much", value: text }] },
      ];
      for (const page of fitPages(body, adapter.limits.answer))
        expect(missing(page, adapter.texts(adapter.show(reply({ body: page }))))).toEqual([]);
      for (const page of fitPages(body, adapter.limits.card))
        expect(missing(page, adapter.texts(adapter.card("Title", page, [])))).toEqual([]);
    });

    it.each(hostile)("shows %j as text, wherever it stands", (text) => {
      const body: Block[] = [
        { block: "heading", text },
        { block: "text", text },
        { block: "quiet", text },
        { block: "facts", facts: [{ label: text, value: text, person: { id: text, rest: text } }] },
        { block: "table", columns: [text, text], rows: [[text, text]] },
        { block: "finding", rule: "BD-01", severity: "warn", title: text, text, label: text, sources: [] },
        { block: "source", source: { url: text, readOn: null, stale: false } },
        { block: "link", text, url: text },
        { block: "people", label: text, people: [text] },
        { block: "channel", label: text, channel: text },
      ];
      const fields = [
        fieldOf("text", text),
        fieldOf("choice", text),
        fieldOf("choices", text),
        fieldOf("person", text),
      ];
      const shown = adapter.show({ ...reply({ body, fields, title: text }), notice: text });
      expect(adapter.active(shown)).toEqual([]);
      expect(adapter.problems(shown)).toEqual([]);
      expect(missing(body.slice(0, 6), adapter.texts(shown))).toEqual([]);
      const card = adapter.card(text, body, [{ action: "why", label: text, about: "d1" }]);
      expect(adapter.active(card)).toEqual([]);
      expect(adapter.problems(card)).toEqual([]);
    });

    it.each(comparisons)("shows all of compare %j, with every price beside its option", (words) => {
      const found = lookUpComparison({ words }, advisorOn(exampleDay));
      if (!("blocks" in found)) throw new Error(found.problems.join(" "));
      for (const page of fitPages(found.blocks, adapter.limits.answer)) {
        const shown = adapter.show(reply({ body: page }));
        expect(adapter.problems(shown)).toEqual([]);
        expect(missing(page, adapter.texts(shown))).toEqual([]);
        expect(adapter.texts(shown).join(" ")).not.toMatch(routeIds);
      }
    });

    it("shows all of the plans of every vendor, and no route by its id", () => {
      const { market, ...rest } = advisorOn(exampleDay);
      for (const { id } of market.catalogue.vendors) {
        const blocks = planBlocks(findPlans(market, { vendor: id }), { market, ...rest });
        for (const page of fitPages(blocks, adapter.limits.answer)) {
          const shown = adapter.show(reply({ body: page }));
          expect(adapter.problems(shown)).toEqual([]);
          expect(missing(page, adapter.texts(shown))).toEqual([]);
          expect(adapter.texts(shown).join(" ")).not.toMatch(routeIds);
        }
      }
    });

    const { foreign } = adapter;
    if ("leftOut" in foreign) it.skip(`ignores foreign payloads (${foreign.leftOut})`);
    else
      it("ignores payloads that are not its own", () => {
        const read = foreign();
        expect(read.length).toBeGreaterThan(3);
        expect(read.every((each) => each === null)).toBe(true);
      });
  });
}

/** A script in which people are named as an adapter has them picked. */
function withPeople(script: Script, picked: (name: string) => string): Script {
  const person = (field: string, value: Script[string]) =>
    /^(owner|duties)\b(?!_)/.test(field) && typeof value === "string" && value !== "?" ? picked(value) : value;
  return Object.fromEntries(Object.entries(script).map(([field, value]) => [field, person(field, value ?? "")]));
}

function botOn(store: Store): Bot {
  let ids = 0;
  return createBot({
    store,
    advisor: () => advisorOn(exampleDay),
    now: () => 0,
    newId: () => `id${++ids}`,
    counter: () => Promise.reject(new Error("nothing was pasted")),
  });
}

async function playThrough<Shown>(
  adapter: TestedAdapter<Shown>,
  answer: Exclude<TestedAdapter<Shown>["answer"], Left>,
  store: Store,
  script: Script,
): Promise<unknown> {
  const bot = botOn(store);
  const who = { tenant: { platform: adapter.platform, id: "1" }, person: "2" };
  let at = bot.first();
  for (let pages = 0; at.screen.id !== "review"; pages++) {
    if (pages > 40) throw new Error(`no end: ${at.screen.id}`);
    const shown = adapter.show(at);
    expect(adapter.problems(shown)).toEqual([]);
    expect(missing(at.screen.body, adapter.texts(shown))).toEqual([]);
    const { ticket, values } = answer(shown, script);
    expect(ticket).toBe(at.ticket);
    expect(Object.keys(values).sort()).toEqual(at.screen.fields.map((field) => field.id).sort());
    at = await bot.act(who, ticket, { event: "submit", page: at.screen.id, values });
  }
  const card = bot.card(at.standing as Standing, who.tenant);
  for (const page of fitPages(card.blocks, adapter.limits.card)) {
    const shown = adapter.card(card.title, page, []);
    expect(adapter.problems(shown)).toEqual([]);
    expect(missing(page, adapter.texts(shown))).toEqual([]);
  }
  return at.standing?.draft.answers;
}

/** The words of blocks that stand in none of the texts. */
function missing(blocks: readonly Block[], texts: readonly string[]): string[] {
  const all = squeezed(texts.join(" "));
  return blocks
    .flatMap(contents)
    .flatMap((text) => clean(text).split(/\s+/))
    .filter((word) => !all.includes(squeezed(word)));
}

function reply(screen: Partial<Reply["screen"]>): Reply {
  return {
    screen: { id: "work", title: "Title", step: null, body: [], fields: [], actions: [], ...screen },
    ticket: "a1.d1.work.3",
    standing: null,
    notice: null,
  };
}

function fieldOf(kind: Field["field"], text: string): Field {
  const base = {
    id: `${kind}.x`,
    label: text,
    hint: text,
    problem: text,
    empty: "none" as const,
    mayAsk: true,
  };
  const options = [
    { id: "a", label: text, hint: text },
    { id: "b", label: "B" },
  ];
  if (kind === "choice") return { ...base, field: kind, options, value: "a" };
  if (kind === "choices") return { ...base, field: kind, options, alone: [], value: ["a"] };
  return { ...base, field: kind, value: text };
}

const long = fc.oneof(
  line,
  fc.constant(""),
  fc.string({ maxLength: 40 }),
  fc.integer({ min: 1, max: 10_000 }).map((many) => "a".repeat(many)),
  fc.integer({ min: 1, max: 3_000 }).map((many) => "\u{1f468}\u200d\u{1f469}\u200d\u{1f467} ".repeat(many)),
  fc.integer({ min: 1, max: 2_000 }).map((many) => "\u05e9\u05dc\u05d5\u05dd ".repeat(many)),
);
const option = (at: number) => long.map((label) => ({ id: `o${at}`, label, hint: label }));
const options = fc
  .integer({ min: 0, max: 230 })
  .chain((many) =>
    fc.tuple(
      ...Array.from({ length: many }, (_, at) =>
        at < 3 ? option(at) : fc.constant({ id: `o${at}`, label: `O ${at}` }),
      ),
    ),
  );
const kind = fc.constantFrom<Field["field"]>(
  "choice",
  "choices",
  "number",
  "money",
  "text",
  "date",
  "person",
  "channel",
);
const field: fc.Arbitrary<Field> = fc
  .tuple(kind, long, long, options, fc.option(long))
  .map(([each, label, hint, some, problem]) => {
    const made = fieldOf(each, label);
    const given = { hint, problem, ...("options" in made ? { options: some } : {}) };
    return { ...made, ...given } as Field;
  });
const action: fc.Arbitrary<Action> = fc
  .tuple(
    fc.constantFrom(...acts),
    long,
    fc.option(long),
    fc.constantFrom(undefined, "main" as const, "danger" as const),
  )
  .map(([each, label, ask, weight]) => ({
    action: each,
    label,
    about: "d1:3:C1",
    ...(ask === null ? {} : { ask }),
    ...(weight === undefined ? {} : { weight }),
  }));

/** Any screen: more than any conversation of ours would show. */
const screen = fc.record({
  title: long,
  body: fc.array(
    fc.oneof(
      block,
      fc
        .tuple(fc.constantFrom("text" as const, "quiet" as const), long)
        .map(([each, text]): Block => ({ block: each, text })),
    ),
    { maxLength: 30 },
  ),
  fields: fc.array(field, { maxLength: 7 }).map((fields) => fields.map((each, at) => ({ ...each, id: `f${at}` }))),
  actions: fc.array(action, { maxLength: 12 }),
  notice: fc.option(long),
});
