import type { OperatorVerb } from "#core";

const column = 41;

/** What `help` prints. `operators`: the verbs that chats bring along. */
export function helpText(operators: readonly OperatorVerb[]): string {
  const lines = operators.map(({ verb, flag, help }) => {
    const usage = `  ${verb}${flag === null ? "" : ` [${flag.name} ${flag.takes}]`}`;
    return `${usage.padEnd(column)}${help}`;
  });
  return text.replace("{operators}", lines.join("\n"));
}

const text = `aicost: how to pay for AI work

  npm start                              the guided conversation
  npm start -- "20k support chats a month with gpt-6-sol for our customers"
                                         the same, beginning with one line
  npm start -s -- VERB                   one answer, for people and scripts

  advise --answers FILE|- [--as-of DATE] [--details] [--json]
                                         a recommendation for the answers in a JSON file
  estimate --answers FILE|- [--as-of DATE] [--json]
                                         what the work costs: { "workload": {...}, "vendor": [...] }
  estimate WORDS [--as-of DATE] [--json]
                                         the same in words: text model=gpt-4o turns=6 ...
  compare WORDS [vendors=A,B] [--as-of DATE] [--json]
                                         the same finished work in dollars with each vendor
  tokens [FILE|-] --model M [--chat] [--json]
                                         how many tokens a text has
  plans [NAME] [--route R] [--vendor V] [--as-of DATE] [--sources] [--json]
                                         what is sold: seats, units, price, day of reading; --json: ids too;
                                         --sources: every reading, its kind and the words that carry it
  explain TOPIC                          routes, units, rules, vendors, traps; any id; or a question
                                         such as "how many Kling credits is $20 of OpenAI?"
  decisions [--vendor V] [--owner O] [--state S] [--over $100] [--older 30d] [--page 2]
                                         what was decided here; state: open, waiting, approved, declined, superseded
  decisions show NAME | history NAME | rename NAME --to NAME | totals
                                         one decision, how it came about, another name; what is committed
  decisions export --format csv|json|md  all of it, or as narrowed by the flags, with FOCUS columns
  catalogue [--as-of DATE] [--json]      version, freshness, and a walk through every answer path
  serve                                  answers in Slack and Discord, as long as it runs
  doctor                                 whether tokens, scopes, database and clock are in order
  rotate-key                             encrypts stored tokens with the first key of AICOST_KEY=new,old
{operators}
  help, --version

  --as-of answers with what was known on that day.

  An answers file:  { "job": "person", "audience": "me", "output": ["text"], "intensity": "daily" }
  The questions and their options:       explain job, explain audience, ...

  What is kept lies in AICOST_DB (data/aicost.db), or in PostgreSQL at DATABASE_URL.

  Exit codes: 0 done, 1 a fault of the program, 2 something to put right.`;
