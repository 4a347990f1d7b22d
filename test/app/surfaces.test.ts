import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Block, Field, Reply, Screen, Who } from "#core";
import type { Answers } from "../../src/checklist/answers.ts";
import { readAnswers } from "../../src/checklist/answers.ts";
import { pages } from "../../src/checklist/pages.ts";
import { anyAnswers } from "../advice/answers-arbitrary.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import type { Script } from "../conversation/play.ts";
import { journeys } from "../conversation/scripts.ts";
import { ana, ben, Channels, idOf } from "./channels.ts";
import { codesIn } from "./codes.ts";

const { market } = advisorOn(exampleDay);
const { catalogue } = market;

const wordsOfBlock = (block: Block): string[] => {
  switch (block.block) {
    case "heading":
    case "text":
    case "quiet":
      return [block.text];
    case "finding":
      return [block.title, block.text, block.label ?? ""];
    case "facts":
      return block.facts.flatMap(({ label, value }) => [label, value]);
    case "table":
      return [...block.columns, ...block.rows.flat()];
    case "link":
      return [block.text];
    case "source":
    case "people":
    case "channel":
      return [];
  }
};
const wordsOfField = (field: Field) => [
  field.label,
  field.hint,
  field.problem ?? "",
  ...("options" in field ? field.options.flatMap(({ label, hint = "", group = "" }) => [label, hint, group]) : []),
];
const shown = ({ title, body, fields, actions }: Screen) => [
  title,
  ...body.flatMap(wordsOfBlock),
  ...fields.flatMap(wordsOfField),
  ...actions.flatMap(({ label, ask = "" }) => [label, ask]),
];
/** Ids may stand at the very end of the last page of Details. */
const withoutIds = (screen: Screen): Screen => {
  if (screen.id !== "details-said") return screen;
  const from = screen.body.findIndex((block) => block.block === "quiet" && block.text.includes(catalogue.version));
  expect(from).toBeGreaterThan(screen.body.length - 3);
  return { ...screen, body: screen.body.slice(0, from) };
};

let channels: Channels;
beforeAll(async () => {
  channels = await Channels.open();
});
afterAll(() => channels.close());

const here = { channel: "C1" };
/** No surface shows what only the program uses; `where` says which one did. */
const clear = (reply: Reply, where: string) => {
  expect(codesIn(shown(withoutIds(reply.screen))).map((each) => `${where}: ${each}`)).toEqual([]);
  return reply;
};

/** Every screen around a decision that is made of these answers, its card and its thread included. */
async function walk(answers: Answers): Promise<void> {
  const { app, store } = channels;
  const tenant = store.of(ana.tenant);
  const begun = await app.ask(ana, { ask: "restart" }, here);
  const kept = await tenant.draftOf(ana.person);
  const revision = (kept?.revision ?? 0) + 1;
  await tenant.saveDraft(
    {
      id: kept?.id ?? `draft${channels.clock}`,
      owner: ana.person,
      draft: { answers, asking: [] },
      revision,
      catalogue: catalogue.version,
      supersedes: null,
      page: "review",
      updatedAt: channels.clock,
    },
    kept?.revision ?? 0,
  );
  expect(begun).toBeDefined();
  const draft = (await tenant.draftOf(ana.person))?.id ?? "";
  const ticket = `a1.${draft}.review.${revision}`;
  clear(await app.ask(ana, { ask: "resume" }, here), "resume");
  for (const { id } of pages) clear(await app.ask(ana, { ask: "edit", ticket, question: id }, here), id);
  clear(await app.ask(ana, { ask: "show", ticket, values: {} }, here), "review");
  clear(await app.ask(ana, { ask: "edit", ticket, question: "review" }, here), "review");
  clear(await app.ask(ana, { ask: "copy", ticket }, here), "copy");
  await readDetails(ana, ticket);
  clear(await app.home(ana), "home");
  const posted = clear(await app.ask(ana, { ask: "post", ticket, channel: "C1" }, here), "posted");
  const id = idOf(posted);
  expect(id).not.toBe("");
  clear(await app.ask(ana, { ask: "post", ticket, channel: "C1" }, here), "posted twice");
  clear(await app.press(ana, { act: "next", about: ticket }, here), "decided already");
  for (const who of [ana, ben])
    for (const act of ["look", "why", "check", "approve", "rename", "undo"] as const)
      if (act !== "undo" || who === ben) clear(await app.press(who, { act, about: id }, here), act);
  clear(await app.press(ben, { act: "direct", about: `T1/anyway.${id}` }, here), "approved all the same");
  await readDetails(ben, id);
  clear(await app.press(ana, { act: "next", about: `d1.${id}`, values: { name: "" } }, here), "naming");
  const revised = await app.press(ana, { act: "revise", about: id }, here);
  const newer = clear(await app.ask(ana, { ask: "post", ticket: reviewed(revised), channel: "C1" }, here), "revised");
  await channels.rounds(6);
  for (const who of [ana, ben])
    for (const act of ["look", "approve"] as const) clear(await app.press(who, { act, about: id }, here), act);
  for (const { text } of channels.standing) {
    const message = JSON.parse(text) as { title: string; blocks: Block[]; whole: Block[] };
    const said = [message.title, ...message.blocks.flatMap(wordsOfBlock), ...message.whole.flatMap(wordsOfBlock)];
    expect(codesIn(said)).toEqual([]);
  }
  clear(await app.typed(ana, "decisions", here), "list");
  clear(await app.typed(ana, `decisions ${id}`, here), "typed id");
  clear(await app.typed(ana, "decisions 2026", here), "found");
  clear(await app.typed(ana, "decisions vendor:openai state:superseded", here), "filtered");
  clear(await app.typed(ana, "decisions totals", here), "totals");
  clear(await app.press(ana, { act: "more", about: `0 ledger:history ${id}` }, here), "history");
  clear(await app.home(ana), "home");
  clear(await app.home(ben), "home of another");
  for (const each of [id, idOf(newer)]) clear(await app.press(ana, { act: "undo", about: each }, here), "undo");
  await channels.rounds(3);
}

/** The front page of Details, and every page behind it. */
async function readDetails(who: Who, about: string): Promise<void> {
  const front = clear(await channels.app.press(who, { act: "why", about }, here), "details");
  const pages = front.screen.actions.filter(({ action }) => action === "why");
  expect(pages.length).toBeGreaterThan(3);
  for (const page of pages)
    clear(await channels.app.press(who, { act: "why", about: page.about ?? "" }, here), page.label);
}

const reviewed = ({ ticket }: Reply) => (ticket ?? "").replace(/^(a1\.[^.]+)\.[^.]+\.(\d+)$/, "$1.review.$2");

describe("what people read, on every screen of the app", () => {
  it("finds what it looks for", () => {
    const texts = ["BD-03: no", "VF-4", "in openai-api-prepaid", "on openai:gpt-4o", catalogue.version, "Show id12"];
    expect(codesIn(texts).map((each) => each.split(":")[0])).toEqual([
      "rule",
      "check",
      "row",
      "model",
      "digest",
      "decision",
    ]);
  });

  it("has no code of the program around any decision", { timeout: 120_000 }, async () => {
    for (const script of Object.values(journeys)) await walk(answersOf(script as Script));
    for (const file of ["12-api-openai-full-history", "19-video-one-person", "26-both-budgets", "05-220-seats"])
      await walk(JSON.parse(readFileSync(`test/purchase/examples/${file}.json`, "utf8")).answers);
    await fc.assert(
      fc.asyncProperty(anyAnswers, (answers) => walk(answers)),
      { numRuns: 15 },
    );
  });

  it.each([
    "help",
    "settings",
    "plans",
    "plans kling",
    "plans openai",
    "plans api meter",
    "plans ChatGPT Plus",
    "estimate text model=openai:gpt-4o turns=6 conversations=100",
    "estimate images accepted=1000 acceptanceRate=50% resolution=1k",
    "estimate",
    "estimate nothing",
    "compare images accepted=1000 acceptanceRate=50% resolution=1k vendors=google,krea",
    "compare",
    "compare text conversations=100 turns=3 vendors=openai,anthropic",
    "explain",
    "explain traps",
    "explain accidents",
    "explain routes",
    "explain units",
    "explain vendors",
    "explain kling",
    "explain how many Kling credits is $20 of OpenAI?",
    "decisions zzzz",
    "decisions vendr:openai over:lots",
    "decisions totals",
    "unlink",
    "nonsense",
  ])("has none in the answer to %j", async (words) => {
    clear(await channels.app.typed(ana, words, here), words);
  });
});

function answersOf(script: Script): Answers {
  const { questions } = advisorOn(exampleDay).checklist;
  return readAnswers(Object.fromEntries(Object.entries(script).filter(([id]) => !id.includes("."))), questions, {
    vendors: catalogue.vendors.map(({ id }) => id),
    rows: catalogue.rows.map(({ id }) => id),
  }).answers;
}
