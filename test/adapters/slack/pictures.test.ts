import { afterEach, describe, expect, it } from "vitest";
import { openPainter } from "../../../adapters/picture/index.ts";
import type { Json } from "../../wire/slack.ts";
import { openTeam, type Team, type TeamOptions } from "../../wire/slack-team.ts";
import { postIt } from "./steps.ts";

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
const draw = async () => png;
const here = "CPUBLIC01";
let team: Team;

async function opened(options: TeamOptions): Promise<Team> {
  team = await openTeam(options);
  return team;
}

afterEach(async () => {
  expect(team.slack.complaints).toEqual([]);
  await team.close();
});

const card = () => team.slack.standing(here)[0];
const images = (): Json[] => (card()?.body.blocks ?? []).filter(({ type }: Json) => type === "image");
const calls = (method: string) => team.slack.calls.filter((each) => each.method === method);
const troubled = () => team.store.of({ platform: "slack", id: "T1" }).troubled();

/** Rounds until nothing is due any more: nothing waits for a clock longer than this. */
async function quiet(): Promise<void> {
  let rounds = 0;
  await team.rounds(() => ++rounds > 80);
}

describe("the picture of a card in Slack", () => {
  it("is put on the card in one message, after it was posted, with words for those who cannot see it", async () => {
    const painter = openPainter();
    const { ana, slack } = await opened({ draw: painter.draw });
    await postIt(ana);
    expect(slack.standing(here)).toHaveLength(1);
    expect(images()).toEqual([]);
    await team.rounds(() => images().length === 1);
    expect(slack.standing(here)).toHaveLength(1);
    const [image] = images();
    expect(image?.alt_text).toContain("ChatGPT Plus (recommended): $20");
    expect(card()?.body.text).toContain(image?.alt_text);
    expect(slack.files.get(image?.slack_file.id)).toMatchObject({ whole: true });
    expect(slack.files.get(image?.slack_file.id)?.bytes).toBeGreaterThan(10_000);
    // What it costs stands above it, and everything else below.
    expect(
      card()
        ?.body.blocks.map(({ type }: Json) => type)
        .indexOf("image"),
    ).toBe(2);
    await painter.close();
  });

  it("stays there when somebody approves", async () => {
    const { ana, ben } = await opened({ draw });
    await postIt(ana);
    await team.rounds(() => images().length === 1);
    const message = card();
    if (message === undefined) throw new Error("nothing was posted");
    await ben.pressOn({ channel: message.channel, ts: message.ts, ...message.body }, "Approve");
    await team.rounds(() => card()?.body.text.includes("Approved by"));
    expect(images()).toHaveLength(1);
    expect(calls("files.completeUploadExternal")).toHaveLength(1);
  });

  it("is left out without the scope for files: nobody is told, and it is asked for once", async () => {
    const { ana, slack } = await opened({ draw });
    slack.scopes = slack.scopes.replace(",files:write", "");
    await postIt(ana);
    await quiet();
    expect(images()).toEqual([]);
    expect(calls("files.getUploadURLExternal")).toHaveLength(1);
    expect(await troubled()).toEqual([]);
    expect(slack.ephemeral).toEqual([]);
  });

  it("is there once where Slack's answer was lost, and where it could not be shown at first", async () => {
    const { ana, slack } = await opened({ draw });
    slack.trouble("chat.update", "die after doing it");
    slack.trouble("chat.update", { error: "invalid_blocks" });
    await postIt(ana);
    await team.rounds(() => calls("chat.update").length === 3);
    await quiet();
    expect(images()).toHaveLength(1);
    expect(slack.standing(here)).toHaveLength(1);
    expect(await troubled()).toEqual([]);
  });

  it("that cannot be drawn leaves the card as it is", async () => {
    const { ana, slack } = await opened({ draw: () => Promise.reject(new Error("no font")) });
    await postIt(ana);
    await quiet();
    expect(images()).toEqual([]);
    expect(slack.standing(here)).toHaveLength(1);
    expect(await troubled()).toEqual([]);
  });
});
