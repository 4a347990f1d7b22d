import { afterEach, describe, expect, it } from "vitest";
import { customId, readId } from "../../../adapters/discord/codes.ts";
import { isDirect } from "../../wire/discord.ts";
import { openTeam, type Team } from "../../wire/discord-team.ts";
import { script, toReview } from "./steps.ts";

const here = "300000000000000001";
const [closed, chosen] = ["300000000000000002", "300000000000000009"];
let team: Team;
const opened = async () => {
  team = await openTeam();
  team.discord.channels.set(chosen, "write");
  await toReview(team.ana);
  return team;
};
afterEach(async () => {
  expect(team.discord.complaints).toEqual([]);
  expect(team.faults).toEqual([]);
  await team.close();
});

const picked = () =>
  team.ana.components.find(({ type }) => type === 8)?.default_values?.map(({ id }: { id: string }) => id);
const posted = () => team.discord.messages.filter((each) => !isDirect(each)).map(({ channel }) => channel);
/** Through the form of a question and back to the review. */
async function edit() {
  const { ana } = team;
  await ana.choose("owner");
  await ana.answer({ owner: "Cleo" });
  for (let at = 0; !ana.title.startsWith("Recommendation") && at < 5; at++) await ana.answer({});
}

describe("a channel that was picked and cannot be posted to", () => {
  it("leaves none picked: Post asks, however often it is pressed", async () => {
    const { ana } = await opened();
    expect(picked()).toEqual([here]);
    await ana.pick(closed, String(1n << 10n));
    expect(picked()).toBeUndefined();
    for (let at = 0; at < 3; at++) {
      await ana.press(/^Post( to |$)/);
      expect(ana.text).toContain("Choose a channel");
      expect(picked()).toBeUndefined();
    }
    expect(posted()).toEqual([]);
    await ana.pick(chosen);
    await ana.press(/^Post( to |$)/);
    expect(posted()).toEqual([chosen]);
  });

  it("leaves none picked after an answer was changed, too", async () => {
    const { ana } = await opened();
    await ana.pick(closed, String(1n << 10n));
    await edit();
    expect(picked()).toBeUndefined();
    await ana.press(/^Post( to |$)/);
    expect(ana.text).toContain("Choose a channel");
    expect(posted()).toEqual([]);
  });
});

describe("a channel that was picked", () => {
  it("stays picked while answers are changed, back and forth", async () => {
    const { ana } = await opened();
    await ana.pick(chosen);
    await edit();
    expect(picked()).toEqual([chosen]);
    await ana.press("Back");
    for (let at = 0; !ana.title.startsWith("Recommendation") && at < 9; at++) await ana.answer(script);
    expect(picked()).toEqual([chosen]);
    await ana.press(/^Post( to |$)/);
    expect(posted()).toEqual([chosen]);
  });

  it("stays picked after a restart of the program", async () => {
    const { ana } = await opened();
    await ana.pick(chosen);
    await team.restart();
    await edit();
    await team.restart();
    await ana.press(/^Post( to |$)/);
    expect(posted()).toEqual([chosen]);
  });

  it("stays picked, for all to see, when the questions are begun again", async () => {
    const { ana } = await opened();
    await ana.pick(chosen);
    await ana.press(/^Start again/);
    await ana.press("Yes");
    for (let at = 0; !ana.title.startsWith("Recommendation") && at < 20; at++) await ana.answer(script);
    expect(picked()).toEqual([chosen]);
    await ana.press(/^Post( to |$)/);
    expect(posted()).toEqual([chosen]);
  });

  it("is read from a button of before, and asked for again where it does not fit into one", async () => {
    await opened();
    expect(readId(`aicost:v1:post.2:a1.x.review.3:${chosen}`)).toEqual({
      act: "post",
      about: "a1.x.review.3",
      picked: chosen,
    });
    expect(readId("aicost:v1:post.2:a1.x.review.3")?.picked).toBeNull();
    expect(readId(customId("post", "a1.x.review.3", 2, chosen))).toMatchObject({
      about: "a1.x.review.3",
      picked: chosen,
    });
    const long = "x".repeat(70);
    expect(readId(customId("edit", long, 2, chosen))).toEqual({ act: "edit", about: long, picked: "none" });
  });
});
