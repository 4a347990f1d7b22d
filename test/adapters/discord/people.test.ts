import { afterEach, describe, expect, it } from "vitest";
import type { Json } from "../../wire/discord.ts";
import { openTeam, type Team } from "../../wire/discord-team.ts";
import { pageTitle } from "../../words.ts";
import { script, toReview } from "./steps.ts";

const here = "300000000000000001";
const [ana, ben, cleo] = ["400000000000000001", "400000000000000002", "400000000000000003"];
let team: Team;
const opened = async (http = false) => {
  team = await openTeam({ http });
  return team;
};
afterEach(async () => {
  expect(team.discord.complaints).toEqual([]);
  expect(team.faults).toEqual([]);
  await team.close();
});

const draft = async () => (await team.store.of(tenant()).draftOf(team.ana.id))?.draft.answers;
const tenant = () => ({ platform: "discord" as const, id: team.ana.guild ?? `@${team.ana.id}` });
const pickers = () => team.ana.components.filter(({ type }) => type === 5);
const inForm = () => team.ana.fields.map(({ custom_id }: Json) => custom_id);
const card = () => JSON.stringify(team.discord.standing(here)[0]?.body);

/** Answers until the page that asks for the owner. */
async function toOwner(answers: Record<string, string | string[]> = script): Promise<void> {
  await team.ana.command();
  for (let at = 0; team.ana.title !== pageTitle("owner"); at++) {
    if (at > 10) throw new Error("never asked");
    await team.ana.answer(answers);
  }
}

describe("the owner in Discord", () => {
  it("is picked in the message and not in its form, and the page stays", async () => {
    await opened();
    await toOwner();
    expect(pickers()).toHaveLength(1);
    await team.ana.pickPerson("owner", "Ben");
    expect(team.ana.title).toBe(pageTitle("owner"));
    expect(team.ana.text).toContain(`<@${ben}>`);
    expect(pickers()[0]).toMatchObject({ default_values: [{ id: ben, type: "user" }] });
    expect(await draft()).toMatchObject({ owner: `<@${ben}|Ben>` });
    await team.ana.press("Answer");
    expect(inForm()).toEqual(["owner_kind"]);
    team.ana.fill("owner_kind", "personal");
    await team.ana.submit();
    expect(await draft()).toMatchObject({ owner: `<@${ben}|Ben>`, owner_kind: "personal" });
    expect(team.ana.title).not.toBe(pageTitle("owner"));
  });

  it("is nobody where nobody was picked, or is taken out again, and the conversation goes on", async () => {
    await opened();
    await toOwner();
    await team.ana.pickPerson("owner", "Ben");
    await team.ana.pickPerson("owner", null);
    expect(pickers()[0]?.default_values).toBeUndefined();
    expect(await draft()).toMatchObject({ owner: "unknown" });
    await team.ana.answer({ owner_kind: "personal" });
    expect(team.ana.title).not.toBe(pageTitle("owner"));
  });

  it("is shown on the card as a person whom nothing pings, and is gone when they want to be forgotten", async () => {
    await opened();
    await toReview(team.ana, { ...script, vendor: ["ChatGPT Plus"], owner: "Ben" });
    await team.ana.press("Post to #general");
    const [posted] = team.discord.standing(here);
    expect(card()).toContain(`**Budget owner:** <@${ben}>, personal account`);
    expect(posted?.body.allowed_mentions).toEqual({ parse: [] });
    await team.ben.command({ do: "settings" });
    await team.ben.press("Forget me");
    await team.ben.press("Yes");
    await team.rounds(() => !card().includes(ben));
    expect(card()).toContain("forgotten");
    expect(card()).toContain(ana);
  });

  it("is picked for both budgets, and after a restart in between", async () => {
    await opened();
    await toOwner({ ...script, job: "both", audience: "team", stage: "production" });
    expect(pickers().map(({ custom_id }) => custom_id.split("/").at(-1))).toEqual([
      "owner.seats",
      "owner.api",
      "duties.all",
    ]);
    await team.ana.pickPerson("owner.seats", "Ana");
    await team.restart();
    await team.ana.pickPerson("owner.api", "Ben");
    await team.ana.pickPerson("duties.all", "Cleo");
    expect(await draft()).toMatchObject({
      owner: { seats: `<@${ana}|Ana>`, api: `<@${ben}|Ben>` },
      duties: { keys: `<@${cleo}|Cleo>`, logs: `<@${cleo}|Cleo>` },
    });
  });

  it("of many tasks is typed, as there is no room to pick so many; whoever stood there stays who they are", async () => {
    await opened();
    await toOwner({ ...script, job: "code", audience: "team", stage: "production" });
    await team.ana.pickPerson("duties.all", "Cleo");
    for (let at = 0; !team.ana.title.startsWith("Recommendation") && at < 20; at++) await team.ana.answer({});
    await team.ana.choose("duties");
    expect(pickers()).toEqual([]);
    await team.ana.press("Answer");
    team.ana.fill("duties.logs", "<@400000000000000009|Eve>");
    await team.ana.submit();
    const kept = await draft();
    expect(kept).toMatchObject({ duties: { keys: `<@${cleo}|Cleo>` } });
    expect(JSON.stringify(kept)).not.toContain("<@400000000000000009");
  });
});
