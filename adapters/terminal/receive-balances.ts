import { nearest } from "#core";
import { balanceCommandMessages as messages } from "./command-messages.ts";

/** What can be asked of what is held, on the command line. `fields`: what `add` was given, by the names of the form. */
export type BalancesCommand =
  | { verb: "balances"; of: string; json: boolean; png: string | null }
  | { verb: "add-balance"; form: "credit" | "seats"; fields: Record<string, string>; owner: string | null }
  | { verb: "add-balances"; file: string }
  | { verb: "drop-balance"; of: string };

/** The flags of `balances add`, with the fields that they fill in. */
const fieldOf: Readonly<Record<string, string>> = {
  "--lots": "lots",
  "--use": "use",
  "--seats": "count",
  "--price": "price",
  "--renews": "renews",
  "--notice": "notice",
};

export const balanceFlags: Record<string, boolean> = {
  ...Object.fromEntries(Object.keys(fieldOf).map((flag) => [flag, true])),
  "--owner": true,
  "--answers": true,
  "--json": false,
  "--png": true,
};

/** `balances [NAME] [--json] [--png FILE]`, `balances show NAME`, `balances add NAME ...` and `balances delete NAME`. */
export function balancesOf(
  words: readonly string[],
  flags: ReadonlyMap<string, string>,
): BalancesCommand | { misuse: string } {
  const [what, ...more] = words;
  const name = more.join(" ");
  const [json, png] = [flags.has("--json"), flags.get("--png") ?? null];
  const given = [...flags.keys()].filter((flag) => flag !== "--json" && flag !== "--png");
  if ((what === "add" || what === "delete") && png !== null) return { misuse: messages.onlyShown };
  if (what !== "add" && given.length > 0) return { misuse: messages.onlyAdd(given[0]) };
  if (what === undefined) return { verb: "balances", of: "", json, png };
  if (what === "show") return { verb: "balances", of: name, json, png };
  if (what === "delete") return name === "" ? { misuse: messages.delete } : { verb: "drop-balance", of: name };
  if (what !== "add") return { misuse: messages.noVerb(what, nearest(what, ["show", "add", "delete"])) };
  const file = flags.get("--answers");
  if (file !== undefined) return { verb: "add-balances", file };
  const seats = flags.has("--renews") || flags.has("--seats");
  if (name === "" || (!seats && !flags.has("--lots"))) return { misuse: messages.add };
  const fields = Object.fromEntries(
    Object.entries(fieldOf).flatMap(([flag, field]) => {
      const value = flags.get(flag);
      return value === undefined ? [] : [[field, field === "lots" ? value.replaceAll(";", "\n") : value]];
    }),
  );
  return {
    verb: "add-balance",
    form: seats ? "seats" : "credit",
    fields: { ...fields, product: name },
    owner: flags.get("--owner") ?? null,
  };
}
