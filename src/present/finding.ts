import type { Finding } from "../advice/findings.ts";
import type { Block } from "../screen/screen.ts";

/** A finding with its sources; a claim from somebody who gains by it carries that label. */
export function findingBlock(
  finding: Pick<Finding, "rule" | "severity" | "text" | "conflictOfInterest" | "sources">,
): Block {
  const { rule, severity, text, conflictOfInterest, sources } = finding;
  return {
    block: "finding",
    rule,
    severity,
    text,
    label: conflictOfInterest === null ? null : `Conflict of interest: ${conflictOfInterest}`,
    sources,
  };
}
