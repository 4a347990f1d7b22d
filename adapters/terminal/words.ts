import { type Advisor, explain, type OperatorVerb, readTyped } from "#core";
import { type Command, type Misuse, noVerb } from "./receive.ts";

/** What words mean that begin with no verb of the command line: as in a chat, or that there is no such verb. */
export function commandOfWords(
  words: string,
  advisor: Advisor,
  operators: readonly OperatorVerb[],
): Exclude<Command, { verb: "words" }> | Misuse {
  const none = noVerb(words.split(/\s+/, 1)[0] ?? "", operators);
  const read = readTyped(words, advisor);
  if ("problem" in read) return none;
  switch (read.ask) {
    case "open":
    case "resume":
      return { verb: "converse", line: null };
    case "line":
      return { verb: "converse", line: read.words };
    case "plans":
      return { verb: "plans", of: read.of, route: null, asOf: null, sources: false, json: false };
    case "estimate":
    case "compare":
      return { verb: read.ask, from: { words: read.work }, asOf: null, json: false, png: null };
    case "explain":
      return "problem" in explain(read.topic, advisor) ? none : { verb: "explain", topic: read.topic, asOf: null };
    case "decisions":
      return { verb: "list", of: read.of ?? "", page: 1 };
    case "ledger":
      return read.page === "totals" ? { verb: "ledger", page: "totals", of: "" } : none;
    case "decision":
      return { verb: "decisions", show: read.id, details: false };
    case "balances":
      return { verb: "balances", of: read.of, json: false, png: null };
    case "help":
      return { verb: "help" };
    case "catalogue":
      return { verb: "catalogue", asOf: null, json: false };
    case "settings":
    case "form":
    case "link":
    case "unlink":
      return none;
  }
}
