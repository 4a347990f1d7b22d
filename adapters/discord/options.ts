import { clean, type FieldOption, shortened } from "#core";
import { most } from "./limits.ts";

/** Options as every kind of choice takes them. */
export function optionsOf(options: readonly FieldOption[]) {
  const ids = new Set<string>();
  return options.flatMap(({ id, label, hint }) => {
    if (ids.has(id) || id === "" || id.length > most.choice) return [];
    ids.add(id);
    const words = clean(hint ?? "").trim();
    return [
      {
        label: shortened(clean(label).trim() || id, most.choice),
        value: id,
        ...(words === "" ? {} : { description: shortened(words, most.choice) }),
      },
    ];
  });
}
