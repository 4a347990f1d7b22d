import { estimateExamples, nearest, type OperatorVerb } from "#core";
import { commandMessages as messages } from "./command-messages.ts";
import { type Read, readFlags } from "./flags.ts";
import { type BalancesCommand, balanceFlags, balancesOf } from "./receive-balances.ts";
import { type DecisionsCommand, decisionFlags, decisionsOf } from "./receive-decisions.ts";
import { type FactsCommand, factsOf } from "./receive-facts.ts";

/** What was typed on the command line. */
export type Command =
  /** `line`: what it begins with; null where nothing was typed. */
  | { verb: "converse"; line: string | null }
  /** No verb of the command line: read as what is typed in a chat. */
  | { verb: "words"; words: string }
  | { verb: "advise"; answers: string; asOf: string | null; details: boolean; json: boolean; png: string | null }
  | { verb: "estimate" | "compare"; from: WorkFrom; asOf: string | null; json: boolean; png: string | null }
  | { verb: "usage"; file: string; asOf: string | null; json: boolean }
  | { verb: "tokens"; file: string; model: string; chat: boolean; json: boolean }
  /** `of`: a vendor, a product or a route, by any of its names. */
  | { verb: "plans"; route: string | null; of: string | null; asOf: string | null; sources: boolean; json: boolean }
  | { verb: "explain"; topic: string; asOf: string | null }
  | DecisionsCommand
  | FactsCommand
  | BalancesCommand
  | { verb: "catalogue"; asOf: string | null; json: boolean }
  | { verb: "serve" }
  | { verb: "doctor" }
  | { verb: "rotate-key" }
  | { verb: "operate"; operator: OperatorVerb; value: string | null }
  | { verb: "help" }
  | { verb: "version" };

/** Where the work of an estimate is told; `usage`: measured, in an export. */
type WorkFrom = { file: string } | { words: string } | { usage: string };

/** One line that names what is wrong and the nearest valid words. */
export type Misuse = { misuse: string };

const verbs = [
  "advise",
  "estimate",
  "compare",
  "usage",
  "tokens",
  "plans",
  "explain",
  "decisions",
  "balances",
  "catalogue",
  "facts",
  "serve",
  "doctor",
  "rotate-key",
  "help",
] as const;
type Verb = (typeof verbs)[number];

/** The flags of each verb; `true` for one that takes a value. */
const flags: Record<Verb, Record<string, boolean>> = {
  advise: { "--answers": true, "--as-of": true, "--details": false, "--json": false, "--png": true },
  estimate: { "--answers": true, "--usage": true, "--as-of": true, "--json": false, "--png": true },
  compare: { "--answers": true, "--as-of": true, "--json": false },
  usage: { "--as-of": true, "--json": false },
  tokens: { "--model": true, "--chat": false, "--json": false },
  plans: { "--route": true, "--vendor": true, "--as-of": true, "--sources": false, "--json": false },
  explain: { "--as-of": true },
  decisions: decisionFlags,
  balances: balanceFlags,
  catalogue: { "--as-of": true, "--json": false },
  facts: { "--vendor": true, "--all": false, "--write": false, "--json": false },
  serve: {},
  doctor: {},
  "rotate-key": {},
  help: {},
};

/** Arguments as a command. Nothing typed opens the conversation. `operators`: what chats bring along. */
export function receive(argv: readonly string[], operators: readonly OperatorVerb[]): Command | Misuse {
  const [verb, ...rest] = argv;
  if (verb === undefined) return { verb: "converse", line: null };
  if (verb === "--version" || verb === "-v") return { verb: "version" };
  if (verb === "--help" || verb === "-h") return { verb: "help" };
  const operator = operators.find((each) => each.verb === verb);
  if (operator !== undefined) return operateCommand(operator, rest);
  const known = verbs.find((each) => each === verb);
  if (known === undefined && !argv.some((word) => word.startsWith("--")))
    return { verb: "words", words: argv.join(" ") };
  if (known === undefined) return noVerb(verb, operators);
  const read = readFlags(known, flags[known], rest);
  return "misuse" in read ? read : commandOf(known, read);
}

/** For a word that is no verb: the nearest ones. */
export function noVerb(verb: string, operators: readonly OperatorVerb[]): Misuse {
  const all = [...verbs, ...operators.map((each) => each.verb), "--version"];
  return { misuse: messages.noVerb(verb, nearest(verb, all)) };
}

function operateCommand(operator: OperatorVerb, rest: readonly string[]): Command | Misuse {
  const { verb, flag } = operator;
  const read = readFlags(verb, flag === null ? {} : { [flag.name]: true }, rest);
  if ("misuse" in read) return read;
  if (read.words.length > 0)
    return { misuse: messages.noWord(verb, read.words.at(-1), flag === null ? [] : [flag.name]) };
  return { verb: "operate", operator, value: (flag && read.values.get(flag.name)) ?? null };
}

/** How many words each verb takes besides its flags. */
const mostWords: Record<Verb, number> = {
  advise: 0,
  estimate: Number.POSITIVE_INFINITY,
  compare: Number.POSITIVE_INFINITY,
  usage: 1,
  tokens: 1,
  plans: Number.POSITIVE_INFINITY,
  explain: Number.POSITIVE_INFINITY,
  decisions: Number.POSITIVE_INFINITY,
  balances: Number.POSITIVE_INFINITY,
  catalogue: 0,
  facts: 2,
  serve: 0,
  doctor: 0,
  "rotate-key": 0,
  help: 0,
};

function commandOf(verb: Verb, { values, words }: Read): Command | Misuse {
  const asOf = values.get("--as-of") ?? null;
  const json = values.has("--json");
  const png = values.get("--png") ?? null;
  if (words.length > mostWords[verb]) return { misuse: messages.noWord(verb, words.at(-1), Object.keys(flags[verb])) };
  switch (verb) {
    case "advise": {
      const answers = values.get("--answers");
      return answers === undefined
        ? { misuse: messages.adviseAnswers }
        : { verb, answers, asOf, details: values.has("--details"), json, png };
    }
    case "estimate":
    case "compare": {
      const file = values.get("--answers");
      const usage = values.get("--usage");
      if (usage !== undefined)
        return file !== undefined || words.length > 0
          ? { misuse: messages.usageAlone }
          : { verb, from: { usage }, asOf, json, png };
      if (file !== undefined && words.length > 0) return { misuse: messages.notBoth(verb) };
      if (file !== undefined) return { verb, from: { file }, asOf, json, png };
      return verb === "estimate" && words.length === 0
        ? { misuse: messages.estimateWork(estimateExamples[0]) }
        : { verb, from: { words: words.join(" ") }, asOf, json, png };
    }
    case "usage": {
      const [file] = words;
      return file === undefined ? { misuse: messages.usageFile } : { verb, file, asOf, json };
    }
    case "tokens": {
      const model = values.get("--model");
      return model === undefined
        ? { misuse: messages.tokensModel }
        : { verb, file: words[0] ?? "-", model, chat: values.has("--chat"), json };
    }
    case "plans":
      if (words.length > 0 && values.has("--vendor")) return { misuse: messages.plansBoth(words.join(" ")) };
      return {
        verb,
        route: values.get("--route") ?? null,
        of: values.get("--vendor") ?? (words.join(" ") || null),
        asOf,
        sources: values.has("--sources"),
        json,
      };
    case "explain":
      return words.length === 0 ? { misuse: messages.explainTopic } : { verb, topic: words.join(" "), asOf };
    case "decisions":
      return decisionsOf(words, values);
    case "facts":
      return factsOf(words, values);
    case "balances":
      return balancesOf(words, values);
    case "catalogue":
      return { verb, asOf, json };
    case "serve":
    case "doctor":
    case "rotate-key":
    case "help":
      return { verb };
  }
}
