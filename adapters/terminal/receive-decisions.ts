import { type ExportFormat, exportFormats, filterKeys, isFilter } from "#core";
import { decisionCommandMessages as messages } from "./command-messages.ts";

/** What can be asked of decisions. `of`: what narrows them, as it is typed in a chat; `page`: from one on. */
export type DecisionsCommand =
  | { verb: "decisions"; show: string; details: boolean }
  | { verb: "list"; of: string; page: number }
  | { verb: "rename"; of: string; name: string }
  | { verb: "tick"; of: string; check: number }
  | { verb: "ledger"; page: "totals" | "history"; of: string }
  | { verb: "export"; format: ExportFormat; of: string };

const verbs = ["show", "rename", "tick", "history", "totals", "export"] as const;

/** The flags that narrow a list. */
const filterFlags: Record<string, boolean> = Object.fromEntries(filterKeys.map((key) => [`--${key}`, true]));

/** Every flag of `decisions`. */
export const decisionFlags = {
  ...{ "--format": true, "--to": true, "--check": true, "--page": true, "--details": false },
  ...filterFlags,
};

/**
 * `decisions`, `decisions NAME` or `decisions show NAME`, both with `--details`, `decisions rename NAME --to NAME`,
 * `decisions tick NAME --check 2`, `decisions history NAME`, `decisions totals` and `decisions export --format F`; a list and
 * an export narrowed by flags, or by words such as `vendor:openai`.
 */
export function decisionsOf(
  words: readonly string[],
  flags: ReadonlyMap<string, string>,
): DecisionsCommand | { misuse: string } {
  const [first, ...rest] = words;
  const [format, to, page] = [flags.get("--format"), flags.get("--to"), flags.get("--page")];
  const details = flags.has("--details");
  const narrowed = filterKeys.flatMap((key) => {
    const value = flags.get(`--${key}`);
    return value === undefined ? [] : [`${key}:"${value.replaceAll('"', " ")}"`];
  });
  const lists = first === undefined || isFilter(words.join(" "));
  // Words that begin with no verb are part of a name.
  const verb = lists ? "list" : (verbs.find((each) => each === first) ?? "show");
  const more = first === verb ? rest : words;
  const name = more.join(" ");
  if (details && verb !== "show") return { misuse: messages.details };
  if (to !== undefined && verb !== "rename") return { misuse: messages.to };
  const check = flags.get("--check");
  if (check !== undefined && verb !== "tick") return { misuse: messages.check };
  if (format !== undefined && first !== "export") return { misuse: messages.format };
  if (page !== undefined && !lists) return { misuse: messages.page };
  if (narrowed.length > 0 && !lists && first !== "export") return { misuse: messages.filters };
  if (first === "export") return exportOf(rest, format, narrowed);
  switch (verb) {
    case "list":
      return listOf([...words, ...narrowed].join(" "), page);
    case "show":
      return name === "" ? { misuse: messages.show } : { verb: "decisions", show: name, details };
    case "rename":
      return name === "" || to === undefined ? { misuse: messages.rename } : { verb: "rename", of: name, name: to };
    case "tick":
      return name === "" || check === undefined || !/^[1-9]\d?$/.test(check)
        ? { misuse: messages.tick }
        : { verb: "tick", of: name, check: Number(check) };
    case "history":
      return name === "" ? { misuse: messages.history } : { verb: "ledger", page: "history", of: name };
    case "totals":
      return name === "" ? { verb: "ledger", page: "totals", of: "" } : { misuse: messages.totals(more[0]) };
    case "export":
      return exportOf(more, format, narrowed);
  }
}

function listOf(of: string, page: string | undefined): DecisionsCommand | { misuse: string } {
  if (page !== undefined && !/^[1-9]\d{0,4}$/.test(page)) return { misuse: messages.pageNumber(page) };
  return { verb: "list", of, page: Number(page ?? "1") };
}

function exportOf(
  more: readonly string[],
  format: string | undefined,
  narrowed: readonly string[],
): DecisionsCommand | { misuse: string } {
  const typed = more.join(" ");
  if (typed !== "" && !isFilter(typed)) return { misuse: messages.export(more[0]) };
  const known = exportFormats.find((each) => each === (format ?? "json"));
  return known === undefined
    ? { misuse: messages.formats(exportFormats) }
    : { verb: "export", format: known, of: [...more, ...narrowed].join(" ") };
}
