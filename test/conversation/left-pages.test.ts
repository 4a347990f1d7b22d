import { describe, expect, it } from "vitest";
import { converse, type Values } from "#core";
import type { Answers } from "../../src/checklist/answers.ts";
import type { Turn } from "../../src/conversation/converse.ts";
import { type Draft, emptyDraft } from "../../src/store/rows.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { optionOf } from "../words.ts";
import { fill, play, type Script } from "./play.ts";

const advisor = advisorOn(exampleDay);
const person: Script = {
  job: "person",
  audience: "team",
  output: ["text"],
  vendor: ["openai"],
  intensity: "daily",
  seats: "12",
  team_needs: ["none"],
  enterprise_needs: ["sso"],
};
const program: Script = {
  job: "code",
  audience: "me",
  output: ["text"],
  vendor: ["openai"],
  stage: "trying",
  funding: "manual",
};

const back = (draft: Draft, page: string, values: Values) =>
  converse(advisor, draft, { event: "press", page, action: "back", values });
const close = (draft: Draft, page: string, values: Values) => converse(advisor, draft, { event: "keep", page, values });
const open = (draft: Draft, page: string) => converse(advisor, draft, { event: "open", page });
const shown = ({ screen }: Turn) => Object.fromEntries(screen.fields.map((field) => [field.id, field.value]));

/** The conversation at one of its pages, with nothing answered on it. */
function at(page: string, script: Script): Turn {
  let turn = converse(advisor, emptyDraft, { event: "start" });
  for (let pages = 0; turn.screen.id !== page; pages++) {
    // What is not on the way is opened from the result.
    if (turn.screen.id === "review") return converse(advisor, turn.draft, { event: "open", page });
    if (pages > 30) throw new Error(`there is no page ${page}`);
    const values = fill(turn.screen.fields, script);
    turn = converse(advisor, turn.draft, { event: "submit", page: turn.screen.id, values });
  }
  return turn;
}

/** Going back and closing the page keep the same. */
describe.each([
  ["going back from a page", back],
  ["closing a page", close],
])("%s", (_, leave) => {
  it("keeps what is right on it, drops what is wrong and touches nothing else", () => {
    const turn = at("people", person);
    const { draft } = leave(turn.draft, "people", {
      intensity: "hits_limit",
      seats: "forty",
      team_needs: ["permissions"],
    });
    expect(draft.answers).toEqual({ ...turn.draft.answers, intensity: "hits_limit", team_needs: ["permissions"] });
    expect(draft.asking).toEqual(turn.draft.asking);
  });

  it("keeps an answer that stood where a wrong one was typed, also when it was opened from the review", () => {
    const { turn } = play(advisor, person);
    const { draft } = leave(turn.draft, "people", { intensity: "trying", seats: "many", team_needs: null });
    expect(draft.answers).toEqual({ ...turn.draft.answers, intensity: "trying" });
  });

  it("keeps the amounts of the work that are right, beside those that stood there", () => {
    const { turn } = play(advisor, { ...program, "workload.conversations": "500", "workload.turns": "6" });
    const { draft } = leave(turn.draft, "workload", {
      "workload.conversations": "700",
      "workload.turns": "a few",
      "workload.history": "none",
    });
    expect(draft.answers.workload).toMatchObject({ conversations: 700, turns: 6, history: "none" });
  });

  it("keeps the right amounts of work of which the first is wrong, and shows them again", () => {
    const turn = at("workload", program);
    const left = leave(turn.draft, "workload", { "workload.conversations": "many", "workload.turns": "6" });
    expect(left.draft.answers).toEqual(turn.draft.answers);
    const again = open(left.draft, "workload");
    expect(shown(again)).toMatchObject({ "workload.conversations": null, "workload.turns": "6" });
    const sent = converse(advisor, left.draft, {
      event: "submit",
      page: "workload",
      values: { ...shown(again), "workload.conversations": "500" } as Values,
    });
    expect(sent.draft.answers.workload).toMatchObject({ conversations: 500, turns: 6 });
    expect(sent.draft).not.toHaveProperty("typed");
  });

  it("keeps the right parts of a quote, and shows them again", () => {
    const turn = at("quote", person);
    const left = leave(turn.draft, "quote", {
      "quote.amount": "12000",
      "quote.currency": "dollars",
      "quote.unit": "year",
      "quote.term": null,
    });
    expect(left.draft.answers).toEqual(turn.draft.answers);
    expect(shown(open(left.draft, "quote"))).toEqual({
      "quote.amount": "12000",
      "quote.currency": null,
      "quote.unit": "year",
      "quote.term": null,
    });
    const values = { "quote.amount": "9", "quote.currency": "USD", "quote.unit": "year", "quote.term": "1 year" };
    const sent = converse(advisor, left.draft, { event: "submit", page: "quote", values });
    expect(sent.draft.answers.quote).toEqual({ amount: "9", currency: "USD", unit: "year", term: "1 year" });
    expect(sent.draft).not.toHaveProperty("typed");
  });

  it("keeps the names of a page that are right", () => {
    const turn = at("duties", { ...program, stage: "production" });
    const { draft } = leave(turn.draft, "duties", { "duties.keys": "Ana", "duties.logs": "x".repeat(201) });
    expect(draft.answers.duties).toEqual({ keys: "Ana" });
  });

  it("with nothing right on it changes nothing", () => {
    const turn = at("people", person);
    expect(leave(turn.draft, "people", { seats: "forty", team_needs: [], intensity: null }).draft).toEqual(turn.draft);
    expect(leave(turn.draft, "people", {}).draft).toEqual(turn.draft);
    expect(leave(turn.draft, "no such page", { seats: "3" }).draft).toEqual(turn.draft);
    expect(leave(turn.draft, "people", { owner: "Ana", "seats.x": "3", "team_needs.y": ["z"] }).draft).toEqual(
      turn.draft,
    );
  });

  it("with every field as it is drawn changes nothing, wherever one stands", () => {
    const scripts = [
      { ...person, "quote.amount": "12", "quote.currency": "EUR", "quote.unit": "year", "quote.term": "1 year" },
      { ...program, "workload.conversations": "2-2.25", "workload.turns": "6", "workload.systemTokens": "2 pages" },
      {
        ...program,
        output: ["video"],
        vendor: ["kling"],
        "workload.accepted": "20",
        "workload.acceptanceRate": "12.1250",
      },
    ];
    for (const script of scripts) {
      const { screens, turn } = play(advisor, script as Script);
      for (const { id } of screens) {
        const drawn = open(turn.draft, id);
        expect(leave(turn.draft, id, shown(drawn) as Values).draft).toEqual(turn.draft);
      }
    }
  });
});

describe("what was ticked", () => {
  const output = (ticked: string[]) => play(advisor, { ...person, output: ticked }).draft.answers.output;

  it("counts beside 'I don't know', which alone is an answer of its own", () => {
    expect(output(["text", "unknown"])).toEqual(["text"]);
    expect(output(["unknown", "image", "text"])).toEqual(["text", "image"]);
    expect(output(["unknown"])).toBe("unknown");
  });

  it("is kept with it when one goes back", () => {
    const { draft } = back(emptyDraft, "work", { output: ["text", "unknown"], job: "code" });
    expect(draft.answers).toEqual({ output: ["text"], job: "code" } satisfies Answers);
  });

  it("is refused beside 'none of these', by its name", () => {
    const turn = at("people", person);
    const sent = converse(advisor, turn.draft, {
      event: "submit",
      page: "people",
      values: { team_needs: ["permissions", "none"] },
    });
    const problem = sent.screen.fields.find((field) => field.id === "team_needs")?.problem;
    expect(problem).toContain(optionOf("team_needs", "none").label);
    expect(problem).not.toContain('"none"');
    expect(sent.draft).toEqual(turn.draft);
  });
});

describe("what is wrong on a form", () => {
  const problems = (page: string, script: Script, values: Values) => {
    const turn = at(page, script);
    const { screen } = converse(advisor, turn.draft, { event: "submit", page, values });
    return Object.fromEntries(screen.fields.flatMap(({ id, problem }) => (problem === null ? [] : [[id, problem]])));
  };
  const long = "x".repeat(201);

  it.each<[string, Script, Values, string[]]>([
    ["owner", person, { owner: long, owner_kind: "company" }, ["owner"]],
    ["owner", { ...person, job: "both" }, { "owner.seats": "Ana", "owner.api": long }, ["owner.api"]],
    [
      "duties",
      { ...program, stage: "production" },
      { "duties.keys": long, "duties.rate_limits": "Ana", "duties.logs": "\u0007" },
      ["duties.keys", "duties.logs"],
    ],
    ["quote", person, { "quote.amount": "12,000" }, ["quote.amount"]],
    [
      "quote",
      person,
      { "quote.amount": "1", "quote.currency": "usd", "quote.unit": long, "quote.term": "1 year" },
      ["quote.currency", "quote.unit"],
    ],
    [
      "link",
      { ...person, vendor: ["openai-chatgpt-plus", "openai-api-prepaid"] },
      { "link.url": "ftp://x" },
      ["link.url"],
    ],
    [
      "link",
      { ...person, vendor: ["openai-chatgpt-plus", "openai-api-prepaid"] },
      { "link.url": "https://openai.com/x", "link.readOn": null },
      ["link.readOn"],
    ],
    [
      "quote",
      person,
      { "quote.amount": "12.000", "quote.currency": "EUR", "quote.unit": "year", "quote.term": "1 year" },
      ["quote.amount"],
    ],
    ["people", person, { seats: "3.000" }, ["seats"]],
    ["people", person, { seats: "1e3" }, ["seats"]],
    ["people", person, { seats: "10%" }, ["seats"]],
    ["work", person, { vendor: "ChatGPTT Plus, openai" }, ["vendor"]],
  ])("on the page %s stands on its field, without a shape of JSON or an id", (page, script, values, fields) => {
    const found = problems(page, script, { ...Object.fromEntries(fields.map((field) => [field, null])), ...values });
    expect(Object.keys(found)).toEqual(fields);
    for (const text of Object.values(found)) expect(text).not.toMatch(/[{}"]\s*\w+"?:|\w_\w|openai-/);
  });
});
