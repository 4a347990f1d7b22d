import { type Duty, duties, type Step } from "./ids.ts";

const listed = [
  { id: "work", step: "route", title: "What is the work?" },
  { id: "unattended", step: "route", title: "Does it run by itself?" },
  { id: "program", step: "route", title: "The program" },
  { id: "people", step: "route", title: "The people" },
  { id: "rules", step: "route", title: "What has to be kept to" },
  { id: "quote", step: "route", title: "The vendor's quote" },
  { id: "unit", step: "unit", title: "What drains" },
  { id: "link", step: "unit", title: "Two balances of one vendor" },
  { id: "owner", step: "ownership", title: "Who owns it" },
  { id: "money", step: "ownership", title: "Limits and payment" },
  { id: "duties", step: "ownership", title: "Who looks after it" },
  { id: "duties-2", step: "ownership", title: "Who looks after it, continued" },
  { id: "expiry", step: "expiry", title: "When it ends" },
  { id: "workload", step: "workload", title: "How much work is it?" },
  { id: "lengths", step: "workload", title: "How long are the texts?" },
] as const satisfies readonly { id: string; step: Step; title: string }[];

export type PageId = (typeof listed)[number]["id"];
export type Page = { id: PageId; step: Step; title: string };

/**
 * The pages on which questions are asked, in their order. Which questions stand on a page is said by the questions, and
 * which pages are shown follows from the answers. At most five fields: a form of Discord holds no more.
 */
export const pages: readonly Page[] = listed;

/** Pages that ask the rest of what the page before them began. */
export const continues: { readonly [P in PageId]?: PageId } = { "duties-2": "duties", lengths: "workload" };

/** Which duties each page asks for: nine names do not fit on one. */
export const dutiesOn: { readonly [P in PageId]?: readonly Duty[] } = {
  duties: duties.slice(0, 5),
  "duties-2": duties.slice(5),
};
