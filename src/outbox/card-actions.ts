import { blocksLeft } from "../purchase/to-settle.ts";
import type { Action } from "../screen/screen.ts";
import type { Decision } from "../store/rows.ts";
import { cardLabels as labels } from "./card-words.ts";

/** Asks whether a decision still holds. */
export function recheckAction(about: string): Action {
  return { action: "check", label: labels.check, about };
}

/**
 * What can be done with a card, by anybody who sees it. Where something blocks it, or is not answered, that comes first:
 * nothing invites to approve it.
 */
export function cardActions(about: string, decision: Decision | null): Action[] {
  const open = decision?.complete === false;
  const blocked = open && blocksLeft(decision.result).length > 0;
  const current = decision?.supersededBy == null;
  const verdict = decision?.verdict ?? null;
  if (current && verdict === "declined")
    return [
      { action: "revise", label: labels.edit, about, weight: "main" },
      { action: "why", label: labels.details, about },
      { action: "begin", label: labels.template },
    ];
  return [
    ...(current && open
      ? [
          {
            action: "revise" as const,
            label: blocked ? labels.settle : labels.answer,
            about,
            weight: "main" as const,
          },
        ]
      : []),
    { action: "why", label: labels.details, about },
    ...(current
      ? [
          ...(verdict === "approved"
            ? [{ action: "form" as const, label: labels.bought, about: `bought.${about}`, weight: "main" as const }]
            : [
                {
                  action: "approve" as const,
                  label: labels.approve,
                  about,
                  ...(open ? {} : { weight: "main" as const }),
                },
                { action: "form" as const, label: labels.decline, about: `declining.${about}` },
              ]),
          recheckAction(about),
        ]
      : []),
    { action: "begin", label: labels.template },
  ];
}
