import { expect, it } from "vitest";
import { journeys } from "../../conversation/scripts.ts";
import { approved } from "../../suites/approve.ts";
import type { Json } from "../../wire/slack.ts";
import { linesOf, readView } from "../../wire/slack-read.ts";
import { openTeam } from "../../wire/slack-team.ts";

/** Whole conversations in Slack, as a person reads them from top to bottom. */
it.each(Object.entries(journeys))("%s reads as approved in Slack", async (name, script) => {
  const team = await openTeam();
  const { ana, slack } = team;
  const seen: string[] = [];
  await ana.command("");
  for (let at = 0; !ana.title.startsWith("Recommendation"); at++) {
    if (at > 20) throw new Error(`stuck on ${ana.title}`);
    seen.push(drawn(ana.view?.view ?? {}));
    await ana.answer(script);
  }
  seen.push(drawn(ana.view?.view ?? {}));
  await ana.post("CPUBLIC01");
  seen.push(drawn(ana.view?.view ?? {}));
  seen.push(`#general\n${linesOf(slack.standing("CPUBLIC01")[0]?.body.blocks ?? []).join("\n")}`);
  seen.push(`read aloud\n${slack.standing("CPUBLIC01")[0]?.body.text}`);
  approved(
    new URL(`../../journeys/slack/${name}.txt`, import.meta.url),
    seen
      .join("\n\n")
      .replace(/\bid-\w+/g, "ID")
      .replace(/(Day: \*?)\d{1,2} \w{3} \d{4}/g, "$1DAY"),
  );
  expect(slack.complaints).toEqual([]);
  await team.close();
});

function drawn(view: Json): string {
  return readView(view).lines.join("\n");
}
