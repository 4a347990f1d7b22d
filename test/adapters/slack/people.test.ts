import { afterEach, describe, expect, it } from "vitest";
import { openTeam, type Team } from "../../wire/slack-team.ts";
import { answerAll, complete, toReview } from "./steps.ts";

let team: Team;
const opened = async () => {
  team = await openTeam();
  return team;
};
afterEach(async () => {
  expect(team.slack.complaints).toEqual([]);
  expect(team.faults).toEqual([]);
  await team.close();
});

const where = { platform: "slack" as const, id: "T1" };
const asked = () => team.slack.calls.filter(({ method }) => method === "users.info").map(({ body }) => body.user);
const draft = async () => (await team.store.of(where).draftOf("UANA"))?.draft.answers;
const element = (field: string) => team.ana.blocks.find((block) => block.block_id?.startsWith(`f:${field}:`))?.element;
/** Everything of the card that stands there. */
const card = () => JSON.stringify(team.slack.standing("CPUBLIC01")[0]?.body);

describe("the owner in Slack", () => {
  it("is picked, kept with id and name, and shown as a person on the card and in its fallback", async () => {
    const { ana, slack } = await opened();
    await toReview(ana, { ...complete, owner: "Ben" });
    expect(await draft()).toMatchObject({ owner: "<@UBEN|Ben>" });
    await ana.post("CPUBLIC01");
    expect(card()).toContain('{"type":"user","user_id":"UBEN"}');
    expect(slack.standing("CPUBLIC01")[0]?.body.text).toContain("Budget owner: <@UBEN>, personal account");
    expect(card()).not.toContain("<@UBEN|");
  });

  it("stands in the picker when the page is opened again; their name is asked for once", async () => {
    const { ana } = await opened();
    await toReview(ana, { ...complete, owner: "Ben" });
    await ana.choose("owner");
    expect(element("owner")).toMatchObject({ type: "users_select", initial_user: "UBEN" });
    await answerAll(ana, {});
    expect(await draft()).toMatchObject({ owner: "<@UBEN|Ben>" });
    expect(asked()).toEqual(["UBEN"]);
  });

  it("is a mention alone where Slack does not tell the name, and keeps one that is known", async () => {
    const { ana, slack } = await opened();
    slack.scopes = "commands,chat:write";
    await toReview(ana, { ...complete, owner: "Ben" });
    expect(await draft()).toMatchObject({ owner: "<@UBEN>" });
    await ana.post("CPUBLIC01");
    expect(card()).toContain('{"type":"user","user_id":"UBEN"}');
  });

  it("can be taken out again: then nobody is known", async () => {
    const { ana } = await opened();
    await toReview(ana, { ...complete, owner: "Ben" });
    await ana.choose("owner");
    ana.fill("owner", null);
    await ana.submit();
    expect(await draft()).toMatchObject({ owner: "unknown" });
  });

  it("is picked for both budgets, and whoever looks after all of it too", async () => {
    const { ana } = await opened();
    await ana.command("");
    const both = { job: "both", audience: "team", output: ["text"], vendor: ["openai"], stage: "production" };
    for (let at = 0; element("owner.seats") === undefined; at++) {
      if (at > 10) throw new Error("never asked");
      await ana.answer(both);
    }
    for (const field of ["owner.seats", "owner.api", "duties.all"])
      expect(element(field)).toMatchObject({ type: "users_select" });
    await ana.answer({ "owner.seats": "Ana", "owner.api": "Ben", "duties.all": "Cleo" });
    expect(await draft()).toMatchObject({
      owner: { seats: "<@UANA|Ana>", api: "<@UBEN|Ben>" },
      duties: { keys: "<@UCLEO|Cleo>", logs: "<@UCLEO|Cleo>" },
    });
  });

  it("who was typed elsewhere stays a name, and nobody is picked by typing", async () => {
    const { ana, store } = await opened();
    await toReview(ana, { ...complete, owner: "Ben" });
    const row = await store.of(where).draftOf("UANA");
    if (row === null) throw new Error("no draft");
    const typed = { ...row.draft, answers: { ...row.draft.answers, owner: "Dora" } };
    await store.of(where).saveDraft({ ...row, draft: typed, revision: row.revision + 1 }, row.revision);
    await ana.command("resume");
    await ana.choose("owner");
    expect(element("owner")).toMatchObject({ type: "plain_text_input", initial_value: "Dora" });
    ana.fill("owner", "<@UEVE|Dora>");
    await ana.submit();
    expect(JSON.stringify(await draft())).not.toContain("<@");
  });

  it("is gone from the card when they want to be forgotten", async () => {
    const { ana, ben } = await opened();
    await toReview(ana, { ...complete, owner: "Ben" });
    await ana.post("CPUBLIC01");
    expect(card()).toContain("UBEN");
    await ben.command("settings");
    await ben.pressOn(ben.answers.at(-1) ?? {}, "Forget me", true);
    await team.rounds(() => !card().includes("UBEN"));
    expect(card()).toContain("(forgotten)");
    expect(card()).toContain("UANA");
  });
});
