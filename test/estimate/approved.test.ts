import { describe, it } from "vitest";
import { renderBlocks } from "../../adapters/terminal/render.ts";
import { estimateAnswerBlocks } from "../../src/present/estimate-blocks.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { approved } from "../suites/approve.ts";
import { conversation, estimateOf } from "./ask.ts";

/** Whole estimates, as a script gets them and as a person reads them. Set APPROVE=1 to write them anew, then read them. */
const range = (low: number, expected: number, high: number) => ({ low, expected, high });
const clips = {
  kind: "media",
  output: "video",
  accepted: 20,
  acceptanceRate: 0.4,
  seconds: 8,
  resolution: "1080p",
  audio: true,
};
const { model: _, ...unmodelled } = conversation;

const cases: Record<string, { workload: unknown; vendor?: string[]; asOf?: string }> = {
  "text-full-history": { workload: { ...conversation, conversations: 5000 }, vendor: ["openai"] },
  "text-ranges": {
    workload: {
      ...conversation,
      conversations: range(3000, 5000, 9000),
      turns: range(4, 10, 30),
      retryRate: range(0, 0.05, 0.2),
      batchShare: range(0, 0.2, 0.5),
      basis: "length",
    },
  },
  "text-one-turn": {
    workload: {
      ...conversation,
      turns: 1,
      history: "none",
      conversations: 200_000,
      model: "anthropic:claude-opus-5-5",
      speed: "priority",
      region: "us",
    },
  },
  "text-window-cached": {
    workload: {
      ...conversation,
      history: { last: 3 },
      caching: "1h",
      prefixTokens: 1500,
      model: "anthropic:claude-sonnet-5-5",
    },
  },
  "text-mix": {
    workload: {
      ...unmodelled,
      reasoning: "unknown",
      models: [
        { model: "openai:gpt-6-luna", share: 0.7 },
        { model: "openai:gpt-6-sol", share: 0.3 },
      ],
    },
  },
  "text-price-ends": { workload: { ...conversation, model: "openai:gpt-5.6-sol" } },
  "text-rise-ahead": {
    workload: { ...conversation, model: "google:gemini-3.7-flash", conversations: 1000, batchShare: 1, turns: 1 },
  },
  "text-after-the-rise": {
    workload: { ...conversation, model: "google:gemini-3.7-flash", conversations: 1000, speed: "priority" },
    asOf: "2027-01-15",
  },
  "text-peak-hours": { workload: { ...conversation, model: "deepseek:deepseek-v4-pro", history: "none" } },
  "text-unknown-model": { workload: { ...conversation, model: "openai:gpt-9", caching: "5m" } },
  "measured-weeks": {
    workload: {
      kind: "measured",
      from: "2026-10-19",
      to: "2026-11-15",
      models: [
        { model: "openai:gpt-6-sol", input: 90_000_000, cached: 40_000_000, write5m: 2_000_000, output: 9_000_000 },
        { model: "anthropic:claude-haiku-5-5", input: 20_000_000, output: 1_000_000, tier: "batch" },
      ],
      requests: 42_000,
      pace: { low: "0.8", expected: "1", high: "1.3" },
    },
  },
  "usage-cached": {
    workload: {
      kind: "usage",
      model: "anthropic:claude-opus-5",
      input: range(9000, 10_000, 20_000),
      cached: 5000,
      write5m: 1000,
      write1h: 500,
      output: 500,
      batch: true,
    },
  },
  "usage-no-batch": { workload: { kind: "usage", model: "xai:grok-4.6", input: 250_000, output: 10, batch: true } },
  "clips-kling": { workload: { ...clips, failureRate: 0.2 }, vendor: ["kling"] },
  "clips-google": { workload: clips, vendor: ["google"], asOf: "2026-10-01" },
  "clips-minimax-hailuo": {
    workload: { ...clips, acceptanceRate: range(0.2, 0.4, 0.8) },
    vendor: ["minimax", "hailuo"],
  },
  "clips-krea-luma-runway": {
    workload: { ...clips, failureRate: 0.1 },
    vendor: ["krea", "luma", "runway-api", "pika"],
  },
  "clips-silent-package": {
    workload: { ...clips, accepted: 400, seconds: 6, resolution: "768p", audio: false, variant: "hailuo-2.3" },
    vendor: ["minimax"],
  },
  pictures: {
    workload: { kind: "images", accepted: 1000, acceptanceRate: 0.5, resolution: "1k" },
    vendor: ["openai", "google", "stability", "fal", "leonardo", "midjourney"],
  },
  speech: {
    workload: { kind: "voice", characters: range(40_000, 54_000, 80_000), takes: 3 },
    vendor: ["elevenlabs", "openai"],
  },
  songs: {
    workload: { kind: "music", accepted: 30, acceptanceRate: 0.25, commercial: true },
    vendor: ["suno", "minimax", "elevenlabs"],
  },
  "seats-pooled": {
    workload: {
      kind: "seats",
      product: "github-copilot-business",
      usage: [
        { people: 20, units: 6000 },
        { people: range(60, 80, 120), units: 500 },
      ],
    },
  },
  "seats-annual": {
    workload: { kind: "seats", product: "openai-business-standard-monthly", usage: [{ people: 12, units: 3 }] },
  },
  prepaid: {
    workload: {
      kind: "prepaid",
      wallet: "openai-api-prepaid",
      purchase: 1000,
      lifeMonths: 12,
      burnPerMonth: range(60, 90, 130),
    },
  },
  lots: {
    workload: {
      kind: "lots",
      wallet: "kling-app-topup",
      lots: [
        { amount: 300, bought: "2026-01-15", expires: "2027-01-15" },
        { amount: 300, bought: "2026-07-15", expires: "2027-07-15" },
      ],
      burnPerMonth: range(10, 20, 40),
      from: "2026-01-15",
    },
  },
  "flat-own": { workload: { kind: "flat", plan: "openai-chatgpt-plus", usdPerUse: "0.008", cap: 5000, use: "own" } },
  "flat-customers": {
    workload: { kind: "flat", plan: "anthropic-claude-ultra", usdPerUse: range(1, 2, 3), cap: 10, use: "customers" },
  },
};

describe("an estimate reads as approved", () => {
  it.each(Object.entries(cases))("%s", (name, { workload, asOf = exampleDay, ...rest }) => {
    const answer = estimateOf(workload, { asOf, ...rest });
    const { caps, ...estimate } = answer.estimate;
    const told = {
      ...estimate,
      caps: caps.map((cap) => `${cap.wallet} ${cap.cap}: ${cap.effect}`),
      findings: answer.findings.map((finding) => finding.rule),
    };
    const read = renderBlocks(estimateAnswerBlocks(answer, advisorOn(asOf)), { width: 100, colour: false });
    approved(
      new URL(`approved/${name}.txt`, import.meta.url),
      `${read.trimStart()}\n\n${JSON.stringify(told, null, 1)}`,
    );
  });
});
