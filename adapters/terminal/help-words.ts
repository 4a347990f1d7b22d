/** What `help` prints. `operators`: the lines of verbs that chats bring along. */
export const helpWords = (operators: string) => `aicost: how to pay for AI work

  npm start                              the guided conversation
  npm start -- "20k support chats a month with gpt-6-sol for our customers"
                                         the same, beginning with one line
  npm start -s -- VERB                   one answer, for people and scripts

  advise --answers FILE|- [--as-of DATE] [--details] [--json] [--png FILE]
                                         a recommendation for the answers in a JSON file; --png saves pictures of it
  estimate --answers FILE|- [--as-of DATE] [--json] [--png FILE]
                                         what the work costs: { "workload": {...}, "vendor": [...] }
  estimate WORDS [--as-of DATE] [--json] [--png FILE]
                                         the same in words: text model=gpt-4o turns=6 ...
  estimate --usage FILE|- [--as-of DATE] [--json]
                                         the same for a month like the one in a usage export
  usage FILE|- [--as-of DATE] [--json]   what a usage export shows: totals, list prices, savings, plans
                                         (OpenAI, Anthropic, Google Cloud, ccusage, LiteLLM, FOCUS)
  compare WORDS [vendors=A,B] [--as-of DATE] [--json]
                                         the same finished work in dollars with each vendor
  tokens [FILE|-] --model M [--chat] [--json]
                                         how many tokens a text has
  plans [NAME] [--route R] [--vendor V] [--as-of DATE] [--sources] [--json]
                                         what you can buy: seats, units, price, last check, ids
                                         --sources adds every page and its words, --json all that is known
  explain TOPIC                          routes, units, rules, vendors, traps, accidents, or a question
                                         such as "how many Kling credits is $20 of OpenAI?"
  decisions [NAME [--details]] [--vendor V] [--owner O] [--state S] [--over $100] [--older 30d] [--page 2]
                                         what was decided here; state: open, waiting, approved, declined, superseded
  decisions history NAME | rename NAME --to NAME | tick NAME --check 2 | totals
                                         how one came about, another name, what is verified; what is committed
  decisions export --format csv|json|md  all of it, or as narrowed by the flags, with FOCUS columns
  balances [show NAME | add NAME ... | delete NAME] [--json] [--png FILE]
                                         what is held, and when it expires or runs out
  balances add NAME --lots "500 USD bought 2026-11-01, expires 2027-11-01" [--use "400 a month"] [--owner NAME]
  balances add NAME --seats 12 --price "30 USD a month" --renews 2027-01-15 [--notice 2026-12-15]
                                         records something; add --answers FILE|- reads it from JSON
  catalogue [--as-of DATE] [--json]      version, freshness, and a walk through every answer path
  facts due [--vendor V] [--all] [--json]
                                         what to read again next: the page, what to look for, the last reading
  facts check [--vendor V] [--write] [--json]
                                         reads the pages of stale facts; --write proposes readings for pricing/
  facts readings [--json]                what was read again here, by aicost and by its teams
  serve                                  answers in Slack and Discord while it runs
  doctor                                 checks tokens, scopes, database and clock
  rotate-key                             encrypts stored tokens again, with the first key of AICOST_KEY=new,old
${operators}
  help, --version

  --as-of answers with what was known on that day.

  An answers file:  { "job": "person", "audience": "me", "output": ["text"], "intensity": "daily" }
  The questions and their options:       explain job, explain audience, ...

  Decisions are stored in AICOST_DB (data/aicost.db), or in PostgreSQL at DATABASE_URL.

  Exit codes: 0 done, 1 an error in aicost, 2 something for you to correct.`;
