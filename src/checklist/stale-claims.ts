/** A claim of the source documents that is stale, wrong or one-sided, and what is done with it. */
export type StaleClaim = {
  id: string;
  seeds: string[];
  claim: string;
  truth: string;
  treat: string;
};

const s = (id: string, seeds: string[], claim: string, truth: string, treat: string): StaleClaim => ({
  id,
  seeds,
  claim,
  truth,
  treat,
});

/** Claims that must not be repeated as facts. `explain traps` tells them. */
export const staleClaims: StaleClaim[] = [
  s(
    "S-01",
    ["000:17", "000:60"],
    "A plan means one model: Plus is GPT-4 Turbo, free is GPT-3.5.",
    "Models come and go inside a plan; GPT-4o, 4.1, o4-mini and GPT-5 left ChatGPT on 2026-02-13.",
    "A plan is never tied to a model's name.",
  ),
  s(
    "S-02",
    ["000:19"],
    "A plan has unlimited chats.",
    "Plans have caps that reset and vary.",
    "Caps are named, their size only where a page gives it.",
  ),
  s(
    "S-03",
    ["000:24", "000:63"],
    "The app is at chat.openai.com.",
    "It is at chatgpt.com.",
    "The new address is used.",
  ),
  s(
    "S-04",
    ["000:43"],
    "GPT-4 Turbo at $0.01 and $0.03 per thousand tokens.",
    "That is $10 and $30 per million, and an obsolete choice.",
    "Kept as an example of the per-thousand trap.",
  ),
  s(
    "S-05",
    ["000:44"],
    "GPT-3.5 at one price of about $0.0015 per thousand tokens.",
    "Input and output never had one price: $0.50 and $1.50 per million.",
    "A single price for both directions is refused.",
  ),
  s(
    "S-06",
    ["000:50"],
    "The API has no image generation and no code tools.",
    "It has both, at prices of their own.",
    "Only this is kept: the API has no app around it.",
  ),
  s(
    "S-07",
    ["000:28-29", "000:62"],
    "A plan is not for automation.",
    "Still the default. Some tools can sign in with a plan, for personal use.",
    "No, unless a fresh official page says otherwise for this very pair; never for customers.",
  ),
  s("S-08", ["001:6"], "900 million people use it weekly.", "It decides nothing.", "Dropped."),
  s(
    "S-09",
    ["001:9", "001:16"],
    "A production model costs $2.50 and $15 per million tokens.",
    "One model of 2026 did; others cost a tenth or four times as much.",
    "Prices come from the price table with their date, never from an article.",
  ),
  s(
    "S-10",
    ["001:16"],
    "A token is four characters, so output costs more.",
    "Both are true, and neither follows from the other.",
    "The two facts are kept apart.",
  ),
  s(
    "S-11",
    ["001:38"],
    "High-volume chat applications are cheaper under a flat consumer plan.",
    "Consumer terms do not allow a plan to power a service to others, and caps would stop it.",
    "We compare a plan with pay per use only for one person's own chat.",
  ),
  s(
    "S-12",
    ["001:39", "001:43-44"],
    "The API is the private choice.",
    "Business and enterprise workspaces are not trained on by default either; consumer plans are opt-out at several vendors.",
    "We show it with a date for each vendor and plan.",
  ),
  s(
    "S-13",
    ["001:46"],
    "The API avoids caps entirely.",
    "It has rate limits and tiers of its own.",
    "Called different limits.",
  ),
  s(
    "S-14",
    ["001:11", "001:28"],
    "The API lets you set the temperature.",
    "Not for every model: some accept none.",
    "Checked per model.",
  ),
  s(
    "S-15",
    ["001:12", "001:28"],
    "The API offers fine-tuning.",
    "OpenAI changed who may start it by themselves in May 2026.",
    "To be verified with the vendor.",
  ),
  s(
    "S-16",
    ["002:4", "002:39", "002:48"],
    "GPT-4o, GPT-3.5 and DALL-E are the models to choose from.",
    "DALL-E 2 and 3 were shut down on 2026-05-12; others were replaced.",
    "Names come from the price table.",
  ),
  s("S-17", ["002:13"], "New accounts get trial credit.", "The pages of 2026 disagree.", "Never promised."),
  s(
    "S-18",
    ["002:47", "004:3", "004:8", "004:13", "004:24"],
    "A monthly limit prevents runaway spending.",
    "Earlier in 2026 OpenAI's monthly budget was reported to be only an alert. A copy of its guide without a date documents a hard limit for organisation and project, and a translation of its API reference showed it on 2026-11-17. It is off until turned on, and can be overshot a little.",
    "Ask whether the hard limit is on. Set it below what you can bear, cap auto top-up apart from it, and keep alerts.",
  ),
  s(
    "S-19",
    ["002:22-30"],
    "Usage tiers have these thresholds.",
    "The idea holds, the numbers move.",
    "We show them with the date of the last check.",
  ),
  s(
    "S-20",
    ["002"],
    "Nothing is said about expiry.",
    "API credit expires after a year and is as a rule not refundable; a small negative balance is possible.",
    "The recommendation says so.",
  ),
  s(
    "S-21",
    ["003:54"],
    "Workspace AI add-ons are a separate route.",
    "The classic Gemini add-on was folded into Workspace in 2025. A person may pay for extra access, and the organisation still owns the account and its data.",
    "Used as an example of ownership.",
  ),
  s(
    "S-22",
    ["003:54"],
    "Claude Team and ChatGPT Team have one kind of seat.",
    "Both now have Standard and Premium seats; ChatGPT Team has been called Business since 2025-08-29.",
    "We show the facts with the date of the last check.",
  ),
  s(
    "S-23",
    ["003:54", "003:62"],
    "Claude Enterprise is a seat plus usage at API rates.",
    "Right for new contracts; older seat contracts run until renewal. Self-serve usage is prepaid and stops when it is empty, contracts have caps and invoices, and seats cannot be removed in mid-term.",
    "We show the facts with the date of the last check.",
  ),
  s(
    "S-24",
    ["003:38"],
    "Anthropic's usage credits pay for the API.",
    "Since 2026 the words also name what extends a Claude plan.",
    "We ask which balance you mean.",
  ),
  s(
    "S-25",
    ["003:38", "003:70"],
    "Krea's app and API balances are separate.",
    "So says the present page; an older copy said the opposite.",
    "Both pages are kept, with their dates.",
  ),
  s(
    "S-26",
    ["003:38"],
    "Leonardo's API is pay-as-you-go.",
    "Confirmed; older credit plans remain for those who have them.",
    "We keep each generation of plan apart.",
  ),
  s(
    "S-27",
    ["003:44", "003:46"],
    "Hailuo, Kling and MiniMax work as described.",
    "Read again in 2026, with figures.",
    "We show the facts with the date of the last check.",
  ),
  s("S-28", ["003:9"], "Updated on June 8, 2026.", "Half a year old.", "A reading of a plan is stale after 90 days."),
  s(
    "S-29",
    ["004"],
    "An agent can top up the account in local currency, refundable.",
    "The text belongs to a seller of such top-ups. OpenAI does not support mainland China and has blocked its API traffic since 2024-07-09; its credits are not refundable, the promise is the agent's.",
    "We show it only as a seller's claim and recommend no seller.",
  ),
  s(
    "S-30",
    [],
    "Nothing is said about GitHub Copilot.",
    "Since 2026-06-01 an AI credit is one cent, seats bring credits into a pool of the organisation, and when they run out there is no fallback to a cheaper model.",
    "An example of seats, shared credits and pay per use together.",
  ),
];
