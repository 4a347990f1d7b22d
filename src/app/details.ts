import type { Who } from "../conversation/bot.ts";
import { factCode } from "../market/page-facts.ts";
import { type Details, sectionLabel } from "../present/details/details.ts";
import type { SectionId } from "../present/details/section.ts";
import { judgingMessages } from "../present/judging-messages.ts";
import { messages } from "../present/recommendation-messages.ts";
import type { Action, Screen } from "../screen/screen.ts";
import { sameAgain } from "./conversation-pages.ts";
import { writeFact } from "./fact-ticket.ts";
import { checkMessages } from "./facts-messages.ts";
import { lookUpDetails } from "./look-up.ts";
import { writeOperation } from "./operation-ids.ts";
import { pageMessages } from "./page-messages.ts";
import { type AppPorts, infoScreen } from "./ports.ts";
import { type Reading, writeTarget } from "./request.ts";

/**
 * What Details are of: a decision or a ticket that its buttons carry, its name, and the page, or else the front page. `leave`:
 * what leads back to where they were opened; `ticks`: whether the things to verify can be ticked, as of a decision of the team.
 */
type Shown = { about: string; name: string; part: SectionId | undefined; leave?: Action[]; ticks?: boolean };

/** A page of Details, with the way back to the front page; or that, with a button for each page. */
export function detailsScreen(
  { front, sections }: Details,
  { about, name, part, leave = [], ticks = false }: Shown,
): Screen {
  const at = sections.findIndex(({ id }) => id === part);
  const section = sections[at];
  if (section === undefined)
    return infoScreen("why", pageMessages.details(name), front, [
      ...sections.map(
        (each): Action => ({ action: "why", label: sectionLabel(each), about: writeTarget(about, each.id) }),
      ),
      ...leave,
    ]);
  return infoScreen(
    `details-${section.id}`,
    sectionLabel(section),
    [{ block: "quiet", text: `${messages.pageOf(at + 1, sections.length, name)}.` }, ...section.blocks],
    [
      ...(ticks ? (section.toTick ?? []) : []).map(
        ({ id, item, ticked }): Action => ({
          action: "do",
          label: (ticked ? judgingMessages.untick : judgingMessages.tick)(item),
          about: writeOperation({ operation: ticked ? "untick" : "tick", about: `${about}~${id}` }),
        }),
      ),
      ...(section.toCheck ?? []).map(
        ({ key, name: product }): Action => ({
          action: "fact",
          label: checkMessages.open(product),
          about: writeFact(factCode(key), about),
        }),
      ),
      { action: "why", label: checkMessages.back, about },
    ],
  );
}

/** Details of a recommendation that nobody has decided on yet, to the one person whose conversation it is. */
export function createDetailed({ bot, advisor }: Pick<AppPorts, "bot" | "advisor">) {
  return async (who: Who, { ticket, part }: Extract<Reading, { ask: "details" }>): Promise<Screen> => {
    const reply = await bot.act(who, ticket, sameAgain(ticket));
    if (reply.standing === null || reply.ticket === null) return reply.screen;
    const { draft } = reply.standing;
    return detailsScreen(lookUpDetails(draft.answers, advisor(who.tenant)), {
      about: reply.ticket,
      name: bot.card(reply.standing, who.tenant).title,
      part,
      leave: [{ action: "edit", label: pageMessages.backToResult, about: reply.ticket }],
    });
  };
}
