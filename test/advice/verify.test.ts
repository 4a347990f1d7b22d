import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { type Answers, readAnswers } from "../../src/checklist/answers.ts";
import { advisorOn } from "../advisor.ts";

const folder = new URL("../examples/", import.meta.url);
const connected = (answers: Answers, asOf = "2026-11-20") => {
  const result = advise(advisorOn(asOf), answers);
  return { result, item: result.verify.find((each) => each.id === "VF-6") };
};
const one = (vendor: string, more: Partial<Answers> = {}): Answers => ({
  job: "person",
  audience: "me",
  output: ["text"],
  intensity: "daily",
  vendor: [vendor],
  ...more,
});

describe("whether API and app are connected", () => {
  it("is read where only the plan is in play: the page says so of both", () => {
    const { item } = connected(one("openai-chatgpt-plus"));
    expect(item).toMatchObject({ status: "read", value: expect.stringMatching(/buys no use of the API/) });
    expect(item?.sources).not.toEqual([]);
  });

  it("is read where only the API is in play", () => {
    const { item } = connected({ job: "code", audience: "me", output: ["text"], stage: "trying", vendor: ["openai"] });
    expect(item).toMatchObject({ status: "read" });
  });

  it("is read across two names of one company", () => {
    const { item } = connected(one("hailuo-app-standard", { output: ["video"] }));
    expect(item?.value).toMatch(/MiniMax/);
  });

  it("stays open where no page says it", () => {
    expect(connected(one("github-copilot-business", { output: ["code"], audience: "team" })).item?.status).toBe("open");
  });

  it.each(readdirSync(folder).filter((file) => file.endsWith(".json")))(
    "is not open beside a note that answers it: %s",
    (file) => {
      const example = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
      const { checklist, market } = advisorOn(example.asOf);
      const [vendors, rows] = [market.catalogue.vendors, market.catalogue.rows].map((all) => all.map(({ id }) => id));
      const { answers } = readAnswers(example.answers, checklist.questions, {
        vendors: vendors ?? [],
        rows: rows ?? [],
      });
      const { result, item } = connected(answers, example.asOf);
      const answering = ["BD-04", "BD-05", "BD-06", "BD-07", "BD-08", "BD-10", "BD-14"];
      const told = result.wallets.length > 0 && result.findings.some(({ rule }) => answering.includes(rule));
      expect([told, item?.status]).not.toEqual([true, "open"]);
    },
  );
});
