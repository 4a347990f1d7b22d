import { expect, it } from "vitest";
import { journeys } from "../../conversation/scripts.ts";
import { approved } from "../../suites/approve.ts";
import type { Json } from "../../wire/discord.ts";
import { openTeam } from "../../wire/discord-team.ts";

/** Whole conversations in Discord, as a person reads them from top to bottom. */
it.each(Object.entries(journeys))("%s reads as approved in Discord", async (name, script) => {
  const team = await openTeam({ now: () => 1_795_003_200_000 });
  const { ana, discord } = team;
  const seen: string[] = [];
  await ana.command();
  for (let at = 0; !ana.title.startsWith("Recommendation"); at++) {
    if (at > 20) throw new Error(`stuck on ${ana.title}`);
    await ana.pickPeople(script);
    seen.push(drawn(ana.screen?.body ?? {}));
    await ana.press("Answer");
    seen.push(form(ana.modal ?? {}));
    for (const { custom_id } of ana.fields) if (script[custom_id] !== undefined) ana.fill(custom_id, script[custom_id]);
    await ana.submit();
  }
  seen.push(drawn(ana.screen?.body ?? {}));
  await ana.press(/^Post( to |$)/);
  seen.push(drawn(ana.screen?.body ?? {}));
  seen.push(`#general\n${drawn(discord.standing("300000000000000001")[0]?.body ?? {})}`);
  const written = seen
    .join("\n\n")
    .replace(/\bid-\w+/g, "ID")
    .replace(/\d{17,}/g, "N");
  approved(new URL(`../../journeys/discord/${name}.txt`, import.meta.url), written);
  expect(discord.complaints).toEqual([]);
  await team.close();
});

/** Text as it stands, a row of controls as one line, a separator as one; what is inside a container, one by one. */
function drawn(body: Json): string {
  return (body.components ?? []).map(component).join("\n");
}

function component(each: Json): string {
  switch (each.type) {
    case 10:
      return each.content;
    case 14:
      return "---";
    case 17:
      return drawn(each);
    case 9:
      return [drawn(each), control(each.accessory)].join("\n");
    case 1:
      return each.components.map(control).join(" ");
    case undefined:
      return "";
  }
  throw new Error(`a component of type ${each.type}`);
}

function control(each: Json): string {
  return each.type === 2 ? `[${each.label}]` : `[${each.placeholder} v]`;
}

function form(modal: Json): string {
  const kinds: Record<number, string> = { 3: "select", 4: "text", 21: "radio", 22: "checkboxes" };
  const fields = modal.components.flatMap(({ label, description, component }: Json) => [
    `? ${label} <${kinds[component.type]}${component.value === undefined ? "" : ` ${component.value}`}>`,
    ...(component.options ?? []).map(
      (option: Json) => `    ( ) ${option.label}${option.description ? ` - ${option.description}` : ""}`,
    ),
    `    ${description ?? ""}`,
  ]);
  return [`== form: ${modal.title}`, ...fields].join("\n");
}
