import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { renderBlocks } from "../../adapters/terminal/render.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { play, type Script } from "./play.ts";

/** Whole conversations as a person reads them. Set APPROVE=1 to write them anew, then read every line. */
const journeys: Record<string, Script> = {
  "solo-writer": {
    job: "person",
    audience: "me",
    output: ["text"],
    vendor: ["openai"],
    intensity: "daily",
    owner_kind: "personal",
    owner: "Ana",
  },
  "support-pipeline": {
    job: "code",
    audience: "customers",
    output: ["text"],
    vendor: ["openai-chatgpt-plus"],
    stage: "production",
    shape: "spiky",
    controls: ["system_prompts", "structured_output"],
    builder: "yes",
    enterprise_needs: ["none"],
    data: "confidential",
    can_wait: "no",
    owner_kind: "company",
    owner: "Ben",
    cap: "alerts_only",
    payment: "card",
    funding: "auto_uncapped",
    "duties.keys": "Ben",
    "duties.spend_caps": "?",
    "workload.conversations": "3000-8000",
    "workload.turns": "6",
    "workload.systemTokens": "2 pages",
    "workload.userTokens": "150 words",
  },
  "design-team": {
    job: "person",
    audience: "team",
    output: ["image", "video"],
    vendor: ["krea", "leonardo"],
    intensity: "daily",
    seats: "6",
    team_needs: ["shared_assets", "shared_pool"],
    enterprise_needs: ["none"],
    data: "internal",
    rights: "yes",
    owner_kind: "ask_someone",
    owner: "Cleo",
    "workload.accepted": "40",
    "workload.acceptanceRate": "40",
    "workload.seconds": "8",
    "workload.resolution": "1080p",
    "workload.audio": "yes",
  },
};

const advisor = advisorOn(exampleDay);
const paper = { width: 80, colour: false };

describe("a whole conversation reads as approved", () => {
  for (const [name, script] of Object.entries(journeys)) {
    it(name, () => {
      const { screens, review } = play(advisor, script);
      const written = [...screens, review]
        .map(({ id, step, title, body, fields }) => {
          const asked = fields
            .filter((field) => field.id !== "edit" && field.field !== "channel")
            .map((field) => `? ${field.label}\n> ${[script[field.id] ?? "(left open)"].flat().join(", ")}`);
          return [
            `== ${id} (step ${step?.at} of ${step?.of}, ${step?.name}): ${title}`,
            renderBlocks(body, paper),
            ...asked,
          ].join("\n");
        })
        .join("\n\n");
      const file = new URL(`../journeys/${name}.txt`, import.meta.url);
      if (process.env.APPROVE === "1") writeFileSync(file, `${written}\n`);
      expect(existsSync(file), `${name}.txt is missing: run with APPROVE=1, and read it`).toBe(true);
      expect(`${written}\n`).toBe(readFileSync(file, "utf8"));
    });
  }
});
