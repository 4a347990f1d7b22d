import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { shortcuts } from "../../../adapters/slack/manifest.ts";
import { heldReader } from "../../at-once.ts";
import { type UsageEnd, usageSuite } from "../../suites/usage.ts";
import { bytesOf } from "../../usage/ask.ts";
import type { Json } from "../../wire/slack.ts";
import type { Person } from "../../wire/slack-person.ts";
import { openTeam, type Team } from "../../wire/slack-team.ts";
import { until } from "../../wire/team.ts";
import { answerAll, person, toReview } from "./steps.ts";

const here = "CPUBLIC01";
const program = {
  ...person,
  job: "code",
  audience: "customers",
  stage: "production",
  owner_kind: "company",
  vendor: ["openai"],
};

/** Takes the shortcut on a message with these files. */
function shortcutOn(ana: Person, files: Json[], channel = here) {
  return ana.shortcut("message_action", shortcuts.onMessage, { ...ana.slack.say(channel), files });
}

/** Types the command, and chooses a file in the window. */
async function inWindow(ana: Person, file: Json): Promise<void> {
  await ana.command("usage");
  ana.choosesFile("file", file);
  await ana.submit();
}

async function openEnd(handOver: (ana: Person, content: Uint8Array, name: string) => Promise<unknown>) {
  const team = await openTeam();
  const { ana, slack, store } = team;
  const said = slack.messages.length;
  const end: UsageEnd = {
    who: { tenant: { platform: "slack", id: "T1" }, person: ana.id },
    store,
    handOver: (content, name) => handOver(ana, content, name),
    title: () => ana.title,
    text: () => ana.text,
    labels: () => ana.blocks.flatMap((each) => (each.elements ?? []).map(({ text }: Json) => text?.text ?? "")),
    press: (label) => ana.press(label),
    begin: async () => {
      await ana.command("");
      await ana.answer({ job: "person" });
    },
    goOn: () => answerAll(ana, program),
    // What people said themselves is no message of ours.
    seenByOthers: () => slack.messages.slice(said).filter(({ body }) => body.text !== "Hello"),
    logged: () => team.warnings,
    async close() {
      expect([slack.complaints, team.faults]).toEqual([[], []]);
      await team.close();
    },
  };
  return end;
}

usageSuite("on a message in Slack", () =>
  openEnd((ana, content, name) => shortcutOn(ana, [ana.slack.upload(content, name, here)])),
);
usageSuite("in a window of Slack", () =>
  openEnd((ana, content, name) => inWindow(ana, ana.slack.upload(content, name))),
);

describe("a usage export that takes its time in Slack", () => {
  it.each<[string, (ana: Person, file: Json) => Promise<unknown>]>([
    ["on a message", (ana, file) => shortcutOn(ana, [file])],
    ["in a window", inWindow],
  ])("is waited for on a page of its own: %s", async (_, handOver) => {
    const { usage, release } = heldReader();
    const team = await openTeam({ usage });
    const { ana, slack } = team;
    ana.patient = false;
    await handOver(ana, slack.upload(bytesOf("openai-usage.json"), "usage.json"));
    expect(ana.title).toBe("One moment");
    release();
    await until(() => ana.title === "Your usage", "what was read is shown");
    expect([slack.complaints, team.faults]).toEqual([[], []]);
    await team.close();
  });
});

describe("a usage export in Slack", () => {
  let team: Team;
  beforeEach(async () => {
    team = await openTeam();
  });
  afterEach(async () => {
    expect(team.slack.complaints).toEqual([]);
    expect(team.faults).toEqual([]);
    await team.close();
  });
  const usage = bytesOf("openai-usage.json");

  it("in a channel without the app is refused, and can be chosen in a window instead", async () => {
    const { ana, slack } = team;
    await shortcutOn(ana, [slack.upload(usage, "usage.json", "CPUBLIC02")]);
    expect(ana.title).toBe("The file was not read");
    await ana.press("Choose another file");
    ana.choosesFile("file", slack.upload(usage, "usage.json"));
    await ana.submit();
    expect(ana.title).toBe("Your usage");
    expect(ana.text).toContain("gpt-6-sol");
  });

  it("is refused without files:read, on a message and in a window, each with what to do", async () => {
    const { ana, slack } = team;
    slack.scopes = slack.scopes.replace(",files:read", "");
    await shortcutOn(ana, [slack.upload(usage, "usage.json", here)]);
    expect(ana.text).toContain("files:read");
    await ana.press("Choose another file");
    expect(ana.title).toBe("Files are not allowed yet");
    await ana.press("Open the questions");
    expect(ana.title).toBe("What you need");
    await ana.command("usage");
    expect(JSON.stringify(slack.ephemeral)).toContain("Files are not allowed yet");
  });

  it("is asked for again where none was chosen", async () => {
    const { ana } = team;
    await ana.command("usage");
    const { json } = await ana.submit();
    expect(json).toMatchObject({ response_action: "errors" });
    expect(Object.keys(json?.errors)).toEqual([expect.stringMatching(/^f:file:/)]);
  });

  it.each([
    ["https://evil.example/usage.json"],
    ["https://files.slack.com.evil.example/usage.json"],
    ["http://files.slack.com/usage.json"],
    ["https://files.slack.com@evil.example/usage.json"],
    ["https://slack.com/api/auth.test"],
    [undefined],
  ])("at %s is not asked for", async (url_private_download) => {
    const { ana } = team;
    await shortcutOn(ana, [{ id: "F1", name: "usage.json", url_private_download }]);
    expect(ana.title).toBe("The file was not read");
    expect(team.warnings.join()).toContain('"not":"foreign"');
  });

  it("is found beside other files, and a message with others alone is what the questions are about", async () => {
    const { ana, slack } = team;
    const picture = slack.upload(usage, "chart.png", here);
    await shortcutOn(ana, [picture, slack.upload(usage, "usage.csv", here)]);
    expect(ana.title).toBe("Your usage");
    await shortcutOn(ana, [picture]);
    expect(ana.title).toBe("What you need");
  });

  it("that is used goes into the thread of its message", async () => {
    const { ana, slack } = team;
    const message = slack.say(here);
    await ana.shortcut("message_action", shortcuts.onMessage, {
      ...message,
      files: [slack.upload(usage, "u.json", here)],
    });
    await ana.press("Use this in a decision");
    await answerAll(ana, program);
    await ana.post(here);
    await team.rounds(() => slack.standing(here).length === 2);
    expect(slack.standing(here)[1]).toMatchObject({ thread: message.ts });
    expect(slack.standing(here)[1]?.body.text).toMatch(/measured use from .* to /);
  });

  it("leaves a conversation as it is until it is used", async () => {
    const { ana, slack } = team;
    await toReview(ana);
    await shortcutOn(ana, [slack.upload(usage, "usage.json", here)]);
    await ana.command("resume");
    expect(ana.title).toMatch(/^Recommendation/);
  });
});
