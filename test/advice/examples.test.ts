import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { readAnswers } from "../../src/checklist/answers.ts";
import { advisorOn } from "../advisor.ts";

/** A real situation, worked by hand from the specification. What is left out is not asserted. */
type Example = {
  about: string;
  asOf: string;
  answers: unknown;
  expect: {
    routes?: string[];
    ruledOut?: string[];
    stillOpen?: string[];
    wallets?: string[];
    prices?: Record<string, string | null>;
    findings?: Record<string, string>;
    absent?: string[];
    sources?: Record<string, string>;
    missing?: string[];
    notMissing?: string[];
    complete?: boolean;
    flips?: unknown[];
  };
};

const folder = new URL("../examples/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".json"));

describe("examples worked by hand", () => {
  it("are at least forty", () => {
    expect(files.length).toBeGreaterThanOrEqual(40);
  });

  for (const file of files) {
    const example = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Example;
    it(`${file}: ${example.about}`, () => {
      const advisor = advisorOn(example.asOf);
      const { catalogue } = advisor.market;
      const sellers = {
        vendors: catalogue.vendors.map((each) => each.id),
        rows: catalogue.rows.map((each) => each.id),
      };
      const { answers, problems } = readAnswers(example.answers, advisor.checklist.questions, sellers);
      expect(problems).toEqual([]);
      const result = advise(advisor, answers);
      const { expect: wanted } = example;
      const severities = Object.fromEntries(result.findings.map((finding) => [finding.rule, finding.severity]));
      if (wanted.routes) expect(result.routes.map((each) => each.route)).toEqual(wanted.routes);
      if (wanted.ruledOut)
        expect(result.ruledOut.map((each) => each.route)).toEqual(expect.arrayContaining(wanted.ruledOut));
      if (wanted.stillOpen) expect([...result.stillOpen].sort()).toEqual([...wanted.stillOpen].sort());
      if (wanted.wallets) expect(result.wallets.map((wallet) => wallet.id).sort()).toEqual([...wanted.wallets].sort());
      for (const [id, amount] of Object.entries(wanted.prices ?? {})) {
        const shown = result.wallets.find((each) => each.id === id)?.price ?? advisor.market.row(id)?.price;
        expect(shown, `row ${id}`).toBeDefined();
        expect(shown?.amount == null ? null : Number(shown.amount), id).toBe(amount === null ? null : Number(amount));
      }
      if (wanted.findings) expect(severities).toMatchObject(wanted.findings);
      for (const rule of wanted.absent ?? []) expect(Object.keys(severities)).not.toContain(rule);
      for (const [rule, url] of Object.entries(wanted.sources ?? {})) {
        expect(result.findings.find((finding) => finding.rule === rule)?.sources.map((source) => source.url)).toContain(
          url,
        );
      }
      expect(result.missing).toEqual(expect.arrayContaining(wanted.missing ?? []));
      for (const id of wanted.notMissing ?? []) expect(result.missing).not.toContain(id);
      if (wanted.complete !== undefined) expect(result.complete).toBe(wanted.complete);
      for (const flip of wanted.flips ?? []) expect(result.flips).toContainEqual(flip);
    });
  }
});
