import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advise, situationOf } from "../../src/advice/advise.ts";
import { nextQuestion } from "../../src/advice/next.ts";
import { routeQuestions } from "../../src/advice/route-questions.ts";
import { type Answers, readAnswers } from "../../src/checklist/answers.ts";
import { leaves } from "../../src/checklist/condition.ts";
import { derivedConditions } from "../../src/checklist/derived.ts";
import { expand } from "../../src/checklist/expand.ts";
import { factReads } from "../../src/checklist/facts.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { answerOf, anyAnswers } from "./answers-arbitrary.ts";

const advisor = advisorOn(exampleDay);
const { questions, rules, steps } = advisor.checklist;

/** The questions that a rule reads, through whatever names and facts. */
function readBy(ruleId: string): Set<string> {
  const rule = rules.find((each) => each.id === ruleId);
  if (rule === undefined) throw new Error(ruleId);
  const names = { questions, steps, derived: derivedConditions };
  const conditions = rule.softenedIf === undefined ? [rule.if] : [rule.if, rule.softenedIf];
  const all = conditions.flatMap((condition) => leaves(expand(condition, names)));
  return new Set(
    all.flatMap((leaf) =>
      "question" in leaf
        ? [leaf.question]
        : leaf.is === "fact"
          ? factReads[leaf.name]
          : leaf.is === "vendor"
            ? ["vendor"]
            : [],
    ),
  );
}

describe("advice, whatever the answers", () => {
  it("is the same for the same answers in any order", () => {
    fc.assert(
      fc.property(anyAnswers, fc.infiniteStream(fc.nat()), (answers, order) => {
        const numbers = Object.keys(answers).map(() => order.next().value as number);
        const shuffled = Object.entries(answers)
          .map((entry, at) => ({ entry, rank: numbers[at] ?? 0 }))
          .sort((one, other) => one.rank - other.rank)
          .map(({ entry: [key, value] }) => [key, Array.isArray(value) ? [...value].reverse() : value]);
        const { catalogue } = advisor.market;
        const sellers = {
          vendors: catalogue.vendors.map((each) => each.id),
          rows: catalogue.rows.map((each) => each.id),
        };
        const read = (input: unknown) => advise(advisor, readAnswers(input, questions, sellers).answers);
        expect(read(Object.fromEntries(shuffled))).toEqual(read(answers));
      }),
      { numRuns: 300 },
    );
  });

  it("loses a block by an answer only when the block was about it, and gains none that is not about it or what it opens", () => {
    fc.assert(
      fc.property(
        anyAnswers,
        fc.constantFrom(
          ...questions.filter(
            (each) => !["workload", "channel", "vendor"].includes(each.kind.type === "vendors" ? "vendor" : each.id),
          ),
        ),
        fc.infiniteStream(fc.nat()),
        (answers, question, seed) => {
          const before = advise(advisor, { ...answers, [question.id]: undefined } as Answers);
          if (situationOf(advisor, answers).asked(question.id) !== true) return;
          const [answer] = fc.sample(answerOf(question.kind), { numRuns: 1, seed: seed.next().value as number });
          const after = advise(advisor, { ...answers, [question.id]: answer } as Answers);
          const blocks = (result: typeof before) =>
            new Set(result.findings.filter((finding) => finding.severity === "block").map((finding) => finding.rule));
          for (const rule of blocks(before))
            if (!blocks(after).has(rule))
              expect(reaches(rule, question.id), `${rule} went by ${question.id}`).toBe(true);
          for (const rule of blocks(after))
            if (!blocks(before).has(rule))
              expect(reaches(rule, question.id), `${rule} came by ${question.id}`).toBe(true);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it("ignores answers to questions that are not asked", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const situation = situationOf(advisor, answers);
        const applying = Object.fromEntries(
          Object.entries(answers).filter(([id]) => situation.asked(id as keyof Answers) !== false),
        );
        expect(advise(advisor, applying as Answers)).toEqual(advise(advisor, answers));
      }),
      { numRuns: 500 },
    );
  });

  it("never prints a figure for a contract that nobody has quoted", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const result = advise(advisor, answers);
        if (result.routes[0]?.route !== "enterprise_contract" || typeof answers.quote === "object") return;
        const refusal = result.findings.find((finding) => finding.rule === "RT-09");
        expect(refusal?.severity).toBe("refuse");
        expect(refusal?.text).not.toMatch(/\$|\d/);
      }),
      { numRuns: 500 },
    );
  });

  it("asks until nothing is missing that a person could answer, and then stops", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const next = nextQuestion(advisor, answers);
        const { missing } = advise(advisor, answers);
        if (next !== undefined) expect(answers[next]).toBeUndefined();
        else expect(missing.filter((id) => answers[id] === undefined)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("leaves open every route that a completion of the answers would list, and no other", () => {
    // In this order few completions are tried: what opens or closes other questions comes first.
    const order = (
      [
        "job",
        "unattended",
        "audience",
        "enterprise_needs",
        "team_needs",
        "seats",
        "data",
        "stage",
        "funding",
        "intensity",
        "output",
        "shape",
        "vendor",
      ] as const
    ).map((id) => {
      const question = routeQuestions(advisor.checklist, advisor.market).find((each) => each.id === id);
      if (question === undefined) throw new Error(`${id} decides no route`);
      return question;
    });
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { routes, stillOpen } = advise(advisor, answers);
        const reached = new Set<string>();
        // Every open question of the decision in every way, one after the other: slower than the real thing, and plain.
        const complete = (now: Answers, at: number): void => {
          const question = order[at];
          if (question === undefined) {
            for (const each of situationOf(advisor, now).routes) reached.add(each.route);
            return;
          }
          const given = now[question.id];
          // Not knowing how the work reaches the model is an answer: "unsure".
          const unknown = given === "unknown" && question.id !== "job";
          const open = given === undefined || unknown || (Array.isArray(given) && given.includes("undecided"));
          if (!open || situationOf(advisor, now).asked(question.id) === false) complete(now, at + 1);
          else for (const stand of question.stands) complete({ ...now, [question.id]: stand }, at + 1);
        };
        // What does not apply now is out of the situation, so its answer is open should it apply later.
        complete(situationOf(advisor, answers).answers, 0);
        const listed = new Set<string>(routes.map((each) => each.route));
        expect([...stillOpen].sort()).toEqual([...reached].filter((route) => !listed.has(route)).sort());
      }),
      {
        numRuns: 60,
        examples: [
          [{ job: "code" }],
          [{ job: "person" }],
          [{ job: "both", audience: "team" }],
          [{ job: "code", audience: "unknown", stage: "trying" }],
        ],
      },
    );
  });

  it("lists each route once: recommended, open or ruled out", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { routes, stillOpen, ruledOut } = advise(advisor, answers);
        const all = [...routes.map((each) => each.route), ...stillOpen, ...ruledOut.map((each) => each.route)];
        expect(new Set(all).size).toBe(7);
        expect(all.length).toBe(7);
      }),
      { numRuns: 500 },
    );
  });
});

/** Whether a rule reads a question, or one of the questions that its answer opens or closes. Wallets follow the routes. */
function reaches(rule: string, question: string): boolean {
  const read = readBy(rule);
  if (read.has(question)) return true;
  const opened = questions.filter((each) =>
    leaves(expand(each.askedIf, { questions, steps, derived: derivedConditions })).some(
      (leaf) => "question" in leaf && leaf.question === question,
    ),
  );
  return (
    opened.some((each) => read.has(each.id)) ||
    (read.has("vendor") &&
      steps.some((step) =>
        leaves(expand(step.if, { questions, steps, derived: derivedConditions })).some(
          (leaf) => "question" in leaf && leaf.question === question,
        ),
      ))
  );
}
