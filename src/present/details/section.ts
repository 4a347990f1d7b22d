import type { PlainDate } from "#pricing";
import type { Advisor } from "../../advice/advise.ts";
import type { Situation } from "../../advice/situation.ts";
import type { PageFact } from "../../market/page-facts.ts";
import type { Recommendation } from "../../purchase/recommend.ts";
import type { Block, Fact } from "../../screen/screen.ts";

/** The pages of Details, in the order in which they are offered. Buttons carry these ids for years: none may change its meaning. */
export const sectionIds = ["why", "risks", "cost", "pages", "check", "said"] as const;
export type SectionId = (typeof sectionIds)[number];

/** One page of Details. `count`: how many reasons, warnings, lines, pages, items or answers stand on it. */
export type Section = {
  id: SectionId;
  title: string;
  count: number;
  blocks: Block[];
  /** What a colleague may look at, as it should be checked again. */
  toCheck?: PageFact[];
  /** What a colleague may tick, or take the tick away from. */
  toTick?: readonly { id: string; item: string; ticked: boolean }[];
};

/** Something to verify that somebody has ticked. `person`: null where nobody is named, as they were forgotten. */
export type Ticked = { item: string; person: string | null; on: PlainDate };

/**
 * What Details are made of. `said`: the answers in words, each under its question; `ticked`: what of the things to verify was
 * ticked; nothing is before it is decided.
 */
export type Subject = {
  result: Recommendation;
  situation: Situation;
  advisor: Advisor;
  said: readonly Fact[];
  ticked?: readonly Ticked[];
};

/** A heading with what stands under it; nothing where nothing does. */
export function under(title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [{ block: "heading", text: title }, ...blocks];
}

export function textBlocks(texts: readonly string[]): Block[] {
  return texts.map((text): Block => ({ block: "text", text }));
}
