import { describe, expect, it } from "vitest";
import { answerEstimate } from "#core";
import { advisorOn } from "../advisor.ts";
import examples from "./examples.json" with { type: "json" };

/**
 * Worked by hand by a second reader, who had the formulas and the facts and never saw the program. Only what the
 * specification settles is expected; amounts are compared as numbers.
 */
type Band = { low?: string; expected?: string; high?: string };
type Expected = {
  error?: string;
  total?: Band;
  noTotal?: boolean;
  lines?: (Band & {
    option?: string;
    wallet?: string;
    model?: string;
    unit?: string;
    usd?: Band;
    expectedUsd?: string;
    notPriceable?: boolean;
    eligible?: boolean;
  })[];
  wallets?: Record<string, string | null>[];
  pool?: Record<string, { units?: string; usd?: string } | null> | null;
  alternativesSave?: string[];
  alternatives?: { option: string; usd: Band }[];
  findings?: string[];
  notFindings?: string[];
};

const ends = ["low", "expected", "high"] as const;
const same = (one: unknown, other: unknown) =>
  one === null || one === undefined || other === null
    ? (one ?? null) === (other ?? null)
    : Math.abs(Number(one) - Number(other)) <= 1e-9 * Math.max(1, Math.abs(Number(other)));
const within = (band: Band | null | undefined, wanted: Band) =>
  ends.every((end) => wanted[end] === undefined || same(band?.[end], wanted[end]));
const words = new Set(["wallet", "unit", "option", "zeroOn"]);

describe("an example worked by a second reader", () => {
  it.each(examples.map((example) => [example.name, example.title, example] as const))(
    "%s: %s",
    (_name, _title, example) => {
      const wanted = example.expect as Expected;
      const answer = answerEstimate(advisorOn(example.asOf), example.input);
      if (wanted.error !== undefined) {
        expect("problem" in answer ? answer.problem : "no problem").toContain(wanted.error.replace(/^workload\./, ""));
        return;
      }
      if ("problem" in answer) throw new Error(answer.problem);
      const { estimate, findings } = answer;
      if (wanted.total) expect(within(estimate.total, wanted.total), JSON.stringify(estimate.total)).toBe(true);
      if (wanted.noTotal) expect(estimate.total).toBeNull();
      const left = new Set(estimate.lines);
      for (const line of wanted.lines ?? []) {
        const found = [...left].find(
          (each) =>
            (["option", "wallet", "unit"] as const).every(
              (key) => line[key] === undefined || each[key] === line[key],
            ) &&
            (line.model === undefined ||
              each.model === line.model ||
              line.model.endsWith(each.model ?? "~") ||
              each.model?.endsWith(line.model)) &&
            within(each as Band, line) &&
            (line.usd === undefined || within(each.usd, line.usd)) &&
            // A top-up is bought in cents.
            (line.expectedUsd === undefined ||
              Math.abs(Number(each.usd?.expected) - Number(line.expectedUsd)) < 0.0051) &&
            (!line.notPriceable || (each.usd === null && each.notPriceable !== null)) &&
            (line.eligible === undefined || each.eligible === line.eligible),
        );
        expect(
          found,
          `${JSON.stringify(line)} is not among ${JSON.stringify(estimate.lines.filter((each) => each.wallet === line.wallet))}`,
        ).toBeDefined();
        if (found) left.delete(found);
      }
      for (const wallet of wanted.wallets ?? []) {
        const found = estimate.wallets.find((each) =>
          Object.entries(wallet).every(([key, value]) =>
            words.has(key) ? each[key as "wallet"] === value : same(each[key as "needed"], value),
          ),
        );
        expect(found, `${JSON.stringify(wallet)} is not among ${JSON.stringify(estimate.wallets)}`).toBeDefined();
      }
      for (const [part, money] of Object.entries(wanted.pool ?? {})) {
        for (const [key, value] of Object.entries(money ?? {}))
          expect(same(estimate.pool?.[part as "value"][key as "usd"], value), part).toBe(true);
      }
      for (const saves of wanted.alternativesSave ?? [])
        expect(
          estimate.alternatives.some((each) => same(each.saves, saves)),
          saves,
        ).toBe(true);
      for (const { option, usd } of wanted.alternatives ?? [])
        expect(within(estimate.alternatives.find((each) => each.option === option)?.usd, usd)).toBe(true);
      expect(findings.map((finding) => finding.rule)).toEqual(expect.arrayContaining(wanted.findings ?? []));
      for (const rule of wanted.notFindings ?? []) expect(findings.map((finding) => finding.rule)).not.toContain(rule);
    },
  );
});
