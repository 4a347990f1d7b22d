import type { Advisor } from "../../advice/advise.ts";
import type { QuestionId } from "../../checklist/ids.ts";
import type { Market } from "../../market/market.ts";
import { vendorsSharing } from "../../market/whole-names.ts";

/** Answers in a few words, as they stand beside what was typed. What is not here is called as on its page. */
const short: { readonly [Q in QuestionId]?: Readonly<Record<string, string>> } = {
  job: { person: "People, in an app", code: "Our software, through an API", both: "People and our software" },
  audience: { me: "Just me", team: "My team or company", customers: "Our customers" },
  output: { text: "Text", code: "Code", image: "Images", video: "Video", voice: "Voice", music: "Music" },
  stage: { trying: "Trying it out", internal: "Used internally", production: "Live with customers" },
  intensity: { trying: "Trying it out", daily: "Daily work", hits_limit: "Hitting the limit" },
  shape: { steady: "Steady use", spiky: "Use in spikes" },
  can_wait: { yes: "Answers can wait", no: "Answers cannot wait" },
  rights: { yes: "Commercial use" },
  data: {
    public: "Public data",
    internal: "Internal data",
    confidential: "Confidential data",
    regulated: "Regulated data",
  },
};

/** An option of a question in a few words. */
export function optionWords(question: QuestionId, option: string, { checklist }: Advisor): string {
  const known = short[question]?.[option];
  if (known !== undefined) return known;
  const kind = checklist.questions.find(({ id }) => id === question)?.kind;
  const options = kind !== undefined && "options" in kind ? kind.options : [];
  const label = options.find(({ id }) => id === option)?.label ?? option;
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** A vendor or a product by its name. */
export function sellerWords(id: string, market: Market): string {
  return market.row(id)?.product ?? market.vendorName(id);
}

/** A name that several products go by. */
export function severalWords(name: string, many: number): string {
  return `${name} (${many} products)`;
}

/** Between the pieces that were understood. */
export const between = " \u00b7 ";

export const understoodLabel = "Understood";
export const leftLabel = "Not understood";

/** Asked beside the pieces that were understood. */
export const changeWords = { label: "Change what was understood", hint: "Opens the page of that answer." } as const;

/** What to do about pieces that were not understood. */
export const leftHint = "The pages ask for the rest. An amount needs its unit and period, such as 20 clips a month.";

/** A piece that was not understood, in quotes; a name that may be of two vendors with both. */
export function leftWords(piece: string, market: Market): string {
  const vendors = vendorsSharing(piece, market).map((id) => market.vendorName(id));
  return `"${piece}"${vendors.length === 0 ? "" : ` (${vendors.join(" or ")}?)`}`;
}
