import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Json } from "../../wire/slack.ts";
import { openTeam, type Team } from "../../wire/slack-team.ts";
import { complete, postIt, toReview } from "./steps.ts";

/** Leaves something open. */
const open = { job: "code", audience: "customers", output: ["text"], stage: "production" };
let team: Team;
beforeEach(async () => {
  team = await openTeam();
});
afterEach(async () => {
  expect(team.slack.complaints).toEqual([]);
  expect(team.faults).toEqual([]);
  await team.close();
});

const card = (): Json => ({ channel: "CPUBLIC01", ...team.slack.standing("CPUBLIC01")[0]?.body });
const cardText = () => String(card().text);
const labels = (message: Json) =>
  (message.blocks ?? [])
    .filter((each: Json) => each.type === "actions")
    .flatMap((each: Json) => each.elements.map((one: Json) => one.text.text));
/** The last message that somebody got alone. */
const messageTo = (id: string): Json => {
  const place = `D${id.slice(1)}`;
  const last = team.slack.standing(place).at(-1);
  return { channel: place, ts: last?.ts, ...last?.body };
};

describe("a decision in Slack", () => {
  it("is told to who owns its budget, who declines it there with a reason that the card shows", async () => {
    const { ana, ben, slack } = team;
    await postIt(ana, "CPUBLIC01", { ...complete, owner: "Ben" });
    await team.rounds(() => slack.standing("DBEN").length === 1);
    await ben.pressOn(messageTo("UBEN"), "Decline");
    ben.fill("reason", "We have seats.");
    await ben.submit();
    await team.rounds(() => cardText().includes("We have seats."));
    await team.rounds(() => labels(messageTo("UBEN")).length === 0);
    expect(cardText()).toContain("Declined by: <@UBEN>");
    expect(labels(card())).toEqual(["Edit", "Details", "Use as template"]);
  });

  it("with something open is approved from a message only by who was shown what is open", async () => {
    const { ana, ben, slack } = team;
    await toReview(ana, { ...open, owner: "Ben" });
    await ana.post("CPUBLIC01");
    await team.rounds(() => slack.standing("DBEN").length === 1);
    await ben.pressOn(messageTo("UBEN"), "Approve");
    await team.rounds(() => true);
    expect(cardText()).not.toContain("Approved by");
    await ben.press("Approve anyway");
    await team.rounds(() => cardText().includes("Approved by"));
  });

  it("shows what was bought in one press once it is approved, by message or on the card", async () => {
    const { ana, ben, slack } = team;
    await postIt(ana, "CPUBLIC01", { ...complete, owner: "Ben" });
    await team.rounds(() => slack.standing("DBEN").length === 1);
    await ben.pressOn(messageTo("UBEN"), "Approve");
    await team.rounds(() => labels(card()).includes("We bought it"));
    expect(cardText()).toContain("Approved by: <@UBEN>");
    expect(cardText()).toContain("7 of 7 checks before paying were not ticked");
    await ben.pressOn(card(), "We bought it");
    await ben.submit();
    const [held] = await team.store.of({ platform: "slack", id: "T1" }).holdings();
    expect(held?.holding.product).toBe("ChatGPT Plus");
  });

  it("has ticks for what is to be verified, on a page of its Details", async () => {
    const { ana, ben } = team;
    await postIt(ana, "CPUBLIC01", { ...complete, owner: "Ben" });
    await ben.pressOn(card(), "Details");
    await ben.press(/^Verify before you pay/);
    await ben.press(/^Tick: Does unused credit expire/);
    expect(() => ben.button(/^Remove tick: Does unused credit expire/)).not.toThrow();
  });
});

describe("a question to somebody in Slack", () => {
  it("goes to who was picked, and their answer comes back", async () => {
    const { ana, ben, slack } = team;
    await toReview(ana, open);
    await ana.press("Ask someone");
    await ana.press(/owns the budget/);
    ana.fill("person", "Ben");
    await ana.submit();
    await team.rounds(() => slack.standing("DBEN").length === 1);
    await ben.pressOn(messageTo("UBEN"), "Answer");
    ben.fill("owner", "Cleo");
    await ben.submit();
    await team.rounds(() => slack.standing("DANA").length === 1);
    expect((await team.store.of({ platform: "slack", id: "T1" }).draftOf("UANA"))?.draft.answers.owner).toMatch(
      /^<@UCLEO/,
    );
  });
});
