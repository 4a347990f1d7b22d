import type { Surface } from "../budgets/surface.ts";
import type { Json } from "./discord.ts";
import { flat } from "./discord-person.ts";

/** A message as its person reads it: without the marks of markup, with every button and the placeholder of every select. */
export function readMessage(body: Json): Surface {
  return { ...drawn(body.components ?? []), fields: 0 };
}

/** A card in its channel, above its buttons. */
export function readCard(body: Json): Surface {
  const shown = (body.components ?? []).map((each: Json) => ({
    ...each,
    components: (each.components ?? []).filter(({ type }: Json) => type !== 1),
  }));
  return { ...drawn(shown), fields: 0 };
}

/** A form, whose radio buttons and checkboxes stand open. */
export function readForm(modal: Json): Surface {
  const fields = modal.components.flatMap(({ label, description, component }: Json) => {
    const options: Json[] = component.options ?? [];
    const open = component.type === 21 || component.type === 22;
    const chosen = options.filter((option) => option.default).map((option) => option.label);
    const shows = open ? [] : [component.value ?? (chosen.length > 0 ? chosen.join(", ") : component.placeholder)];
    return [
      `? ${[`${label} <${kinds[component.type]}>`, ...shows.filter(Boolean)].join(" ")}`,
      ...(open ? options : []).map(
        (option) => `    ( ) ${option.label}${option.description ? ` - ${option.description}` : ""}`,
      ),
      ...(description === undefined ? [] : [`    ${description}`]),
    ];
  });
  return {
    title: modal.title,
    lines: [`== form: ${modal.title}`, ...fields, "[Cancel] [Submit]"],
    fields: modal.components.length,
    blocks: modal.components.length,
  };
}

const kinds: Record<number, string> = { 3: "select", 4: "text", 21: "radio", 22: "checkboxes" };

function drawn(components: Json[]): Pick<Surface, "title" | "lines" | "blocks"> {
  const all = flat(components);
  const lines = all.flatMap((each) => {
    if (each.type === 10) return plain(each.content).split("\n");
    if (each.type === 1) return [each.components.map(control).join(" ")];
    return [];
  });
  return { title: lines[0] ?? "", lines, blocks: all.filter(({ type }) => type === 10 || type === 1).length };
}

function control(each: Json): string {
  return each.type === 2 ? `[${each.label}]` : `[${each.placeholder} v]`;
}

/** Marks are not words, and neither is the mark that keeps a letter from being one. */
function plain(text: string): string {
  return text
    .replace(/\\(.)/g, "$1")
    .replace(/^(## |-# )/gm, "")
    .replaceAll("**", "");
}
