import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { converse, type Field, type Screen } from "#core";
import { situationOf } from "../../src/advice/advise.ts";
import { pages } from "../../src/checklist/pages.ts";
import type { Turn } from "../../src/conversation/converse.ts";
import { formMessages } from "../../src/conversation/form-messages.ts";
import { askedOn } from "../../src/conversation/pages.ts";
import { emptyDraft } from "../../src/store/rows.ts";
import { anyAnswers } from "../advice/answers-arbitrary.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { fill, play, type Script } from "./play.ts";

const advisor = advisorOn(exampleDay);
const person: Script = {
  job: "person",
  audience: "me",
  output: ["text"],
  vendor: ["openai-chatgpt-plus"],
  intensity: "daily",
  owner_kind: "personal",
  owner: "Ana",
};
const program: Script = {
  job: "code",
  audience: "customers",
  output: ["text"],
  vendor: ["openai"],
  stage: "production",
  shape: "steady",
  controls: ["none"],
  builder: "yes",
  enterprise_needs: ["none"],
  data: "internal",
  can_wait: "no",
  owner_kind: "company",
  owner: "Ben",
  cap: "limits_recharge",
  payment: "card",
  funding: "auto_capped",
  "duties.keys": "Ana",
};

describe("a conversation", () => {
  it("of one person ends with a complete recommendation", () => {
    const { review, draft } = play(advisor, person);
    expect(review.title).toBe("Recommendation");
    expect(draft.answers).toEqual({ ...person });
  });

  it("of a program asks for one person who looks after it; the nine duties open one by one from the result", () => {
    const { screens, turn } = play(advisor, { ...program, "duties.all": "Ana" });
    expect(screens.map((screen) => screen.id)).toEqual(["work", "program", "rules", "owner", "workload"]);
    expect(turn.draft.answers.duties).toMatchObject({ keys: "Ana", logs: "Ana", interruption: "Ana" });
    const parts = converse(advisor, turn.draft, { event: "open", page: "duties" });
    const values = { ...fill(parts.screen.fields, {}), "duties.keys": "Ben" };
    const rest = converse(advisor, parts.draft, { event: "submit", page: "duties", values });
    expect(rest.screen.id).toBe("duties-2");
    expect(rest.draft.answers.duties).toMatchObject({ keys: "Ben", logs: "unknown", interruption: "Ana" });
  });

  it("asks for two names where there are two budgets", () => {
    const { draft } = play(advisor, { ...person, job: "both", "owner.seats": "Ana", "owner.api": "Ben" });
    expect(draft.answers.owner).toEqual({ seats: "Ana", api: "Ben" });
  });

  it("takes a quote in parts, and an empty one as none", () => {
    const script = { ...person, audience: "team", enterprise_needs: ["sso"] };
    expect(play(advisor, script).draft.answers.quote).toBe("none");
    const quoted = {
      ...script,
      "quote.amount": "12000",
      "quote.currency": "USD",
      "quote.unit": "year",
      "quote.term": "12 months",
    };
    expect(play(advisor, quoted).draft.answers.quote).toEqual({
      amount: "12000",
      currency: "USD",
      unit: "year",
      term: "12 months",
    });
  });

  it("keeps later answers when one goes back", () => {
    const { turn, draft } = play(advisor, person);
    const back = converse(advisor, turn.draft, { event: "press", page: "review", action: "back" });
    expect(back.screen.id).toBe("owner");
    const further = converse(advisor, back.draft, { event: "press", page: "owner", action: "back" });
    expect(further.screen.id).toBe("people");
    expect(further.draft).toEqual(draft);
    expect(further.screen.fields.find((field) => field.id === "intensity")?.value).toBe("daily");
  });

  it("returns to the review after one answer was changed there", () => {
    const { turn } = play(advisor, person);
    const open = converse(advisor, turn.draft, { event: "open", page: "owner_kind" });
    expect(open.screen.id).toBe("owner");
    const after = converse(advisor, open.draft, { event: "submit", page: "owner", values: { owner_kind: "company" } });
    expect(after.screen.id).toBe("review");
    expect(after.draft.answers).toMatchObject({ owner_kind: "company", owner: "Ana" });
  });

  it("keeps an answer that no longer applies, and ignores it", () => {
    const { turn } = play(advisor, program);
    const changed = converse(advisor, turn.draft, {
      event: "submit",
      page: "work",
      values: fill(converse(advisor, turn.draft, { event: "open", page: "work" }).screen.fields, person),
    });
    expect(changed.draft.answers.stage).toBe("production");
    const { review } = play(advisor, person, changed);
    expect(JSON.stringify(review.body)).not.toContain("FD-02");
  });

  it("lets what the catalogue knows be corrected from the review", () => {
    const { turn } = play(advisor, person);
    const open = converse(advisor, turn.draft, { event: "open", page: "at_zero" });
    expect(open.screen.fields.map((field) => field.id)).toContain("at_zero");
    const after = converse(advisor, open.draft, {
      event: "submit",
      page: open.screen.id,
      values: { at_zero: "stops" },
    });
    expect(after.draft.answers.at_zero).toBe("stops");
  });

  it("brings a wrong value back on its field and changes nothing", () => {
    const team = { ...person, audience: "team", seats: "forty" };
    let turn: Turn = converse(advisor, emptyDraft, { event: "start" });
    turn = converse(advisor, turn.draft, { event: "submit", page: "work", values: fill(turn.screen.fields, team) });
    const again = converse(advisor, turn.draft, {
      event: "submit",
      page: "people",
      values: fill(turn.screen.fields, team),
    });
    expect(again.draft).toBe(turn.draft);
    const seats = again.screen.fields.find((field) => field.id === "seats");
    expect(seats?.problem).toContain("whole number");
    expect(seats?.value).toBe("forty");
    expect(again.screen.fields.find((field) => field.id === "intensity")?.value).toBe("daily");
  });

  it("says of half a quote, in the words of the form, that the rest is wanting", () => {
    const script = { ...person, audience: "team", enterprise_needs: ["sso"] };
    const { turn } = play(advisor, script);
    const values = { "quote.amount": "12000", "quote.currency": "USD", "quote.unit": null, "quote.term": null };
    const again = converse(advisor, turn.draft, { event: "submit", page: "quote", values });
    expect(again.screen.fields.map((field) => field.problem)).toEqual([formMessages.allFour, null, null, null]);
    const wrong = converse(advisor, turn.draft, {
      event: "submit",
      page: "quote",
      values: { ...values, "quote.currency": "dollars" },
    });
    expect(wrong.screen.fields.find((field) => field.problem !== null)?.id).toBe("quote.currency");
  });

  it("remembers what somebody else has to be asked, and leaves the answer open", () => {
    const { draft, review } = play(advisor, { ...person, owner_kind: "ask_someone", owner: "?" });
    expect(draft.answers).toMatchObject({ owner_kind: "unknown", owner: "unknown" });
    expect(draft.asking).toEqual(["owner_kind", "owner"]);
    expect(review.body).toContainEqual({ block: "heading", text: "To ask someone" });
  });

  it("shows the present state when a page is unknown", () => {
    const { turn } = play(advisor, person);
    expect(converse(advisor, turn.draft, { event: "open", page: "no such page" }).screen.id).toBe("review");
    expect(converse(advisor, turn.draft, { event: "submit", page: "no such page", values: {} }).screen.id).toBe(
      "review",
    );
  });

  it("starts again with nothing", () => {
    const { turn } = play(advisor, person);
    const again = converse(advisor, turn.draft, { event: "press", page: "review", action: "restart" });
    expect(again.draft).toEqual(emptyDraft);
    expect(again.screen.id).toBe("work");
  });

  it("whatever is chosen, reaches the review, with at most five fields a page and no two of one id", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        let turn: Turn = converse(advisor, emptyDraft, { event: "start" });
        for (let at = 0; turn.screen.id !== "review"; at += 1) {
          expect(at).toBeLessThan(40);
          checkScreen(turn.screen);
          const values = Object.fromEntries(
            turn.screen.fields.map((field) => [field.id, anyValue(field, numbers.next().value as number)]),
          );
          turn = converse(advisor, turn.draft, { event: "submit", page: turn.screen.id, values });
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("a question", () => {
  it("says the page that asks it, but for the channel, which is chosen where the result is shown", () => {
    const placeless = advisor.checklist.questions.filter((question) => question.page === null);
    expect(placeless.map((question) => question.id)).toEqual(["channel"]);
  });

  it("stands on one page at a time, but for the duties and the work, which take two", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const situation = situationOf(advisor, answers);
        const asked = pages.flatMap((page) => askedOn(page, situation, true).map(({ id }) => id));
        const twice = asked.filter((id, at) => asked.indexOf(id) !== at);
        expect(twice.filter((id) => id !== "duties" && id !== "workload")).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

function checkScreen(screen: Screen): void {
  expect(screen.fields.length).toBeLessThanOrEqual(5);
  expect(screen.fields.length).toBeGreaterThan(0);
  expect(new Set(screen.fields.map((field) => field.id)).size).toBe(screen.fields.length);
  // A field that is left empty says "not sure yet": no option has to.
  for (const field of screen.fields)
    if (field.field === "choice" || field.field === "choices")
      expect(field.options.filter(({ id }) => id === "unknown" || id === "ask_someone")).toEqual([]);
}

function anyValue(field: Field, number: number): string | string[] | null {
  switch (field.field) {
    case "choice":
      return field.options[number % field.options.length]?.id ?? null;
    case "choices":
      return number % 5 === 0 ? [] : [field.options[number % field.options.length]?.id ?? ""];
    case "number":
      return String((number % 50) + 1);
    case "date":
      return field.id === "link.readOn" ? null : "2027-01-31";
    case "text":
      if (field.long === true) return ["2 pages", "300 words", null, null, "500"][number % 5] ?? null;
      // Now and then work is given, well or badly.
      return field.id.startsWith("workload.") ? (["500", "20-80", "2 pages", null][number % 4] ?? null) : null;
    case "money":
    case "person":
    case "file":
    case "channel":
      return null;
  }
}
