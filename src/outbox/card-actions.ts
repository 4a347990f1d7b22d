import { blocksLeft } from "../purchase/to-settle.ts";
import type { Action } from "../screen/screen.ts";
import type { Decision } from "../store/rows.ts";

/**
 * What can be done with a card, by anybody who sees it. Where something blocks it, or is not answered, that comes first:
 * nothing invites to approve it.
 */
export function cardActions(about: string, decision: Decision | null): Action[] {
  const open = decision?.complete === false;
  const blocked = open && blocksLeft(decision.result).length > 0;
  const current = decision?.supersededBy == null;
  return [
    ...(current && open
      ? [
          {
            action: "revise" as const,
            label: blocked ? "Settle first" : "Answer the rest",
            about,
            weight: "main" as const,
          },
        ]
      : []),
    { action: "why", label: "Details", about },
    ...(current
      ? [
          { action: "approve" as const, label: "Approve", about, ...(open ? {} : { weight: "main" as const }) },
          { action: "check" as const, label: "Re-check", about },
        ]
      : []),
    { action: "begin", label: "Use as template" },
  ];
}
