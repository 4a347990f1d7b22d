import { afterEach, expect, it } from "vitest";
import { openTeam, type Team } from "../../wire/slack-team.ts";
import { until } from "../../wire/team.ts";

let team: Team;
afterEach(() => team.close());

const words = (many: number) => `help ${"x".repeat(many)}`;
const command = (text: string) =>
  new URLSearchParams({
    command: "/aicost",
    text,
    user_id: "UANA",
    team_id: "T1",
    channel_id: "CPUBLIC01",
    trigger_id: team.slack.newTrigger(),
    response_url: team.slack.newResponseUrl(),
  }).toString();

it("A body that is long to read waits for its turn; what is typed by hand is read at once", async () => {
  const turns: (() => void)[] = [];
  team = await openTeam({ turn: () => new Promise((resolve) => turns.push(resolve)) });
  const long = team.slack.send(command(words(100_000)));
  await until(() => turns.length === 1, "the long one waits");
  const short = team.slack.send(command(words(10)));
  // This one was read already: it waits for its answer to be made.
  await until(() => turns.length === 2, "the short one waits");
  turns[1]?.();
  expect((await short).status).toBe(200);
  expect(turns).toHaveLength(2);
  turns[0]?.();
  await until(() => turns.length === 3, "the long one was read");
  turns[2]?.();
  expect((await long).status).toBe(200);
});
