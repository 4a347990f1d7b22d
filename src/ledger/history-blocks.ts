import type { Advisor } from "../advice/advise.ts";
import type { Block } from "../screen/screen.ts";
import { nameOf, summaryOfLine } from "../store/named.ts";
import type { Decision } from "../store/rows.ts";
import { whyChanged } from "./history.ts";
import { messages as words } from "./history-messages.ts";

/** Every decision about one need, the oldest first, and why each took the place of the one before. */
export function historyBlocks(decisions: readonly Decision[], today: Advisor): Block[] {
  if (decisions.length < 2) return [{ block: "text", text: words.alone }];
  return decisions.flatMap((decision, at): Block[] => {
    const before = decisions[at - 1];
    const reasons = before === undefined ? [words.first] : whyChanged(before, decision, today);
    return [{ block: "heading", text: nameOf(decision) }, ...reasons.map((text): Block => ({ block: "text", text }))];
  });
}

/** The same in a line: `Free, then Plus, then Business`; none for a decision that stands alone. */
export function historyLine(decisions: readonly Decision[]): Block[] {
  if (decisions.length < 2) return [];
  const names = decisions.map((each) => summaryOfLine(each).name);
  const shown =
    names.length <= mostNamed
      ? names
      : [names[0] ?? "", words.between(names.length - mostNamed + 1), ...names.slice(-(mostNamed - 2))];
  return [{ block: "text", text: words.line(shown.join(words.next)) }];
}

const mostNamed = 5;
