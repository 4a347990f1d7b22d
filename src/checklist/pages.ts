import { type Duty, duties, type Step } from "./ids.ts";

const listed = [
  { id: "work", step: "route", title: "What you need" },
  { id: "unattended", step: "route", title: "Unattended use" },
  { id: "program", step: "route", title: "Your software" },
  { id: "people", step: "route", title: "How it is used" },
  { id: "rules", step: "route", title: "Requirements" },
  { id: "quote", step: "route", title: "Vendor quote" },
  { id: "unit", step: "unit", title: "What you pay in" },
  { id: "link", step: "unit", title: "Linked balances" },
  { id: "owner", step: "ownership", title: "Account and budget" },
  { id: "money", step: "ownership", title: "Limits and payment" },
  { id: "duties", step: "ownership", title: "People in charge" },
  { id: "duties-2", step: "ownership", title: "People in charge, continued" },
  { id: "expiry", step: "expiry", title: "Credit and expiry" },
  { id: "workload", step: "workload", title: "Amount of work" },
  { id: "lengths", step: "workload", title: "Length of the texts" },
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
