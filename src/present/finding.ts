import type { Finding } from "../advice/findings.ts";
import { rules } from "../checklist/rules/index.ts";
import type { Block } from "../screen/screen.ts";
import { conflictOfInterest as conflictLabel } from "./messages.ts";

/** What a finding tells people to do. A decision that was kept before findings had titles takes it from the rule. */
export function titleOf({ rule, title }: { rule: string; title?: string }): string {
  return title ?? rules.find(({ id }) => id === rule)?.title ?? "";
}

/** Blocks as they were kept, with the titles that older ones lack. */
export function withTitles(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => (block.block === "finding" ? { ...block, title: titleOf(block) } : block));
}

/** A finding with its sources; a claim from somebody who gains by it carries that label. */
export function findingBlock(
  finding: Pick<Finding, "rule" | "severity" | "title" | "text" | "conflictOfInterest" | "sources">,
): Block {
  const { rule, severity, text, conflictOfInterest, sources } = finding;
  return {
    block: "finding",
    rule,
    severity,
    title: titleOf(finding),
    text,
    label: conflictOfInterest === null ? null : conflictLabel(conflictOfInterest),
    sources,
  };
}
