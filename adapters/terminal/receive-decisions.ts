import { type ExportFormat, exportFormats, filterKeys, isFilter, nearest } from "#core";

/** What can be asked of decisions. `of`: what narrows them, as it is typed in a chat; `page`: from one on. */
export type DecisionsCommand =
  | { verb: "decisions"; show: string }
  | { verb: "list"; of: string; page: number }
  | { verb: "rename"; of: string; name: string }
  | { verb: "ledger"; page: "totals" | "history"; of: string }
  | { verb: "export"; format: ExportFormat; of: string };

const verbs = ["show", "rename", "history", "totals", "export"] as const;

/** The flags that narrow a list. */
export const filterFlags: Record<string, boolean> = Object.fromEntries(filterKeys.map((key) => [`--${key}`, true]));

/**
 * `decisions`, `decisions show NAME`, `decisions rename NAME --to NAME`, `decisions history NAME`, `decisions totals` and
 * `decisions export --format F`; a list and an export narrowed by flags, or by words such as `vendor:openai`.
 */
export function decisionsOf(
  words: readonly string[],
  flags: ReadonlyMap<string, string>,
): DecisionsCommand | { misuse: string } {
  const [what, ...more] = words;
  const name = more.join(" ");
  const [format, to, page] = [flags.get("--format"), flags.get("--to"), flags.get("--page")];
  const narrowed = filterKeys.flatMap((key) => {
    const value = flags.get(`--${key}`);
    return value === undefined ? [] : [`${key}:"${value.replaceAll('"', " ")}"`];
  });
  const lists = what === undefined || isFilter(words.join(" "));
  if (to !== undefined && what !== "rename") return { misuse: "Only decisions rename takes --to." };
  if (format !== undefined && what !== "export") return { misuse: "Only decisions export takes --format." };
  if (page !== undefined && !lists) return { misuse: "Only the list of decisions takes --page." };
  if (narrowed.length > 0 && !lists && what !== "export")
    return { misuse: "Only the list of decisions and decisions export take filters." };
  if (what === "export") return exportOf(more, format, narrowed);
  if (lists) return listOf([...words, ...narrowed].join(" "), page);
  switch (verbs.find((each) => each === what)) {
    case "show":
      return name === ""
        ? { misuse: "decisions show needs part of a name, or an id." }
        : { verb: "decisions", show: name };
    case "rename":
      return name === "" || to === undefined
        ? { misuse: 'decisions rename needs part of a name, or an id, and --to "Support chats".' }
        : { verb: "rename", of: name, name: to };
    case "history":
      return name === ""
        ? { misuse: "decisions history needs part of a name, or an id." }
        : { verb: "ledger", page: "history", of: name };
    case "totals":
      return name === ""
        ? { verb: "ledger", page: "totals", of: "" }
        : { misuse: `decisions totals takes no "${more[0]}".` };
    case "export":
    case undefined:
      return { misuse: `decisions has no "${what}". ${nearest(what, verbs)}` };
  }
}

function listOf(of: string, page: string | undefined): DecisionsCommand | { misuse: string } {
  if (page !== undefined && !/^[1-9]\d{0,4}$/.test(page))
    return { misuse: `--page takes a number such as 2, not "${page}".` };
  return { verb: "list", of, page: Number(page ?? "1") };
}

function exportOf(
  more: readonly string[],
  format: string | undefined,
  narrowed: readonly string[],
): DecisionsCommand | { misuse: string } {
  const typed = more.join(" ");
  if (typed !== "" && !isFilter(typed)) return { misuse: `decisions export takes no "${more[0]}".` };
  const known = exportFormats.find((each) => each === (format ?? "json"));
  return known === undefined
    ? { misuse: `decisions export takes --format ${exportFormats.join(", ")}.` }
    : { verb: "export", format: known, of: [...more, ...narrowed].join(" ") };
}
