import { describe, expect, it } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import type { Answers } from "../../src/checklist/answers.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const walletsOf = (answers: Answers) => advise(advisorOn(exampleDay), answers).wallets.map(({ id }) => id);

describe("the workspace that is told first", () => {
  const team: Answers = {
    job: "person",
    audience: "team",
    output: ["text"],
    intensity: "daily",
    team_needs: ["permissions"],
    vendor: ["microsoft"],
  };

  it("is the cheapest that is sold to so many people", () => {
    expect(walletsOf({ ...team, seats: 300 })).toEqual(["microsoft-365-copilot-business"]);
    expect(walletsOf({ ...team, seats: 301 })).toEqual(["microsoft-365-copilot"]);
    expect(walletsOf(team)).toEqual(["microsoft-365-copilot-business"]);
  });

  it("is the cheapest of all where none is sold to so many", () => {
    expect(walletsOf({ ...team, seats: 500, vendor: ["kling"] })).toEqual(["kling-app-team-svip"]);
  });
});

it("throughput that is kept free for a term is not taken for a package", () => {
  const steady: Answers = {
    job: "code",
    audience: "customers",
    output: ["text"],
    stage: "production",
    shape: "steady",
    vendor: ["google"],
  };
  expect(walletsOf(steady)).not.toContain("google-vertex-provisioned-throughput");
});
