import { expect, it } from "vitest";
import { situationOf } from "../../src/advice/advise.ts";
import { recommend } from "../../src/purchase/recommend.ts";
import { advisorOn } from "../advisor.ts";

const advisor = advisorOn("2026-11-21");

it("a plan that cannot do the work is not the one whose limit is met", () => {
  const answers = {
    job: "person",
    output: ["text"],
    vendor: ["kling-app-ultra"],
    intensity: "hits_limit",
  } as Parameters<typeof situationOf>[1];
  const [purchase] = recommend(advisor, situationOf(advisor, answers)).purchases;
  expect(purchase?.excluded.map(({ row }) => row)).toContain("kling-app-ultra");
  expect(purchase?.picks.map(({ row }) => row)).not.toContain("kling-app-ultra");
});

it("a plan that does a part of the work, and is bought for that part, is not told as left out", () => {
  const answers = { job: "person", output: ["video", "voice"], vendor: ["elevenlabs-starter"] } as Parameters<
    typeof situationOf
  >[1];
  const [purchase] = recommend(advisor, situationOf(advisor, answers)).purchases;
  expect(purchase?.picks.map(({ row }) => row)).toContain("elevenlabs-starter");
  expect(purchase?.excluded.map(({ row }) => row)).not.toContain("elevenlabs-starter");
});
