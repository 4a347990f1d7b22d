import { expect, it } from "vitest";
import { journeys } from "../../conversation/scripts.ts";
import { approved } from "../../suites/approve.ts";
import type { Json } from "../../wire/slack.ts";
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
  seen.push(`#general\n${lines(slack.standing("CPUBLIC01")[0]?.body.blocks ?? []).join("\n")}`);
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
  const submit = view.submit === undefined ? [] : [`[${view.submit.text}]`];
  return [`== ${view.title?.text}`, ...lines(view.blocks ?? []), [`[${view.close?.text}]`, ...submit].join(" ")].join(
    "\n",
  );
}

function lines(blocks: Json[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case "header":
        return [`# ${block.text.text}`];
      case "context":
        return [`  ${block.elements.map((each: Json) => each.text).join(" ")}`];
      case "alert":
        return [`! ${block.text.text}`];
      case "rich_text":
        return block.elements
          .flatMap((section: Json) => section.elements)
          .map((each: Json) => (each.style?.bold ? `*${each.text}*` : (each.text ?? each.user_id ?? each.channel_id)))
          .join("")
          .split("\n");
      case "table":
        return block.rows.map((row: Json[]) => `| ${row.map((cell) => cell.text).join(" | ")} |`);
      case "section":
        return [`${block.text.text} [${block.accessory?.type} v]`];
      case "actions":
        return [block.elements.map((each: Json) => `[${each.text?.text ?? `${each.placeholder.text} v`}]`).join(" ")];
      case "input": {
        const { element } = block;
        const options = (element.options ?? []).map(
          (each: Json) => `    ( ) ${each.text.text}${each.description ? ` - ${each.description.text}` : ""}`,
        );
        const kind = options.length > 0 ? element.type : `${element.type} ${element.initial_value ?? ""}`.trim();
        const hint = block.hint === undefined ? [] : [`    ${block.hint.text}`];
        return [`? ${block.label.text} <${kind}>`, ...options, ...hint];
      }
      default:
        return [`(${block.type})`];
    }
  });
}
