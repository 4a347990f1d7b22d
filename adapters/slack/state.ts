import { z } from "zod";
import { typedName, type Values, writePerson } from "#core";
import { isPerson, readFieldBlock } from "./codes.ts";
import { most } from "./limits.ts";
import { kept } from "./payload.ts";

/** What Slack says of one element, of whatever kind. What is not as it should be is as if nothing was filled in. */
const typed = z.string().nullable().optional().catch(undefined);
const option = z.object({ value: typed }).nullable().optional().catch(undefined);
const state = z.object({
  value: typed,
  selected_option: option,
  selected_options: z.array(option).optional().catch(undefined),
  selected_date: typed,
  selected_conversation: typed,
  selected_user: typed,
  files: z
    .array(z.object({ url_private_download: typed }))
    .optional()
    .catch(undefined),
});

/** A file was chosen, and Slack does not say where it is. */
const elsewhere = "elsewhere";

/** What was filled into a view, by field id. Elements that were never touched come as null. */
export function readState(values: unknown): Values {
  if (typeof values !== "object" || values === null) return {};
  const read = Object.entries(values).flatMap(([block, elements]: [string, unknown]): [string, Values[string]][] => {
    const field = readFieldBlock(block);
    if (field === null || typeof elements !== "object" || elements === null) return [];
    const filled = state.safeParse(Object.values(elements)[0]);
    return filled.success ? [[field, typedIn(filled.data)]] : [];
  });
  // Made from pairs, so that a field of any name is one.
  return Object.fromEntries(read);
}

function typedIn(filled: z.infer<typeof state>): Values[string] {
  if (filled.selected_options !== undefined)
    return filled.selected_options
      .flatMap((each) => (typeof each?.value === "string" ? [kept(each.value, most.typed)] : []))
      .slice(0, most.chosen);
  const { value, selected_option, selected_date, selected_conversation, selected_user, files } = filled;
  if (files !== undefined) return files[0] === undefined ? null : (files[0].url_private_download ?? elsewhere);
  if (typeof selected_user === "string") return isPerson(selected_user) ? writePerson(selected_user, null) : null;
  // Nobody is picked by typing what stands for somebody who was.
  const words = typeof value === "string" ? typedName(value) : value;
  const given = words ?? selected_option?.value ?? selected_date ?? selected_conversation ?? null;
  return given === null ? null : kept(given, most.typed);
}
