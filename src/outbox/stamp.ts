import { verifyWords } from "../advice/messages.ts";
import { judgingMessages as words } from "../present/judging-messages.ts";
import type { Block } from "../screen/screen.ts";
import { type Decision, nobody, type Post } from "../store/rows.ts";
import { approvals } from "./approvals.ts";
import { declined } from "./declines.ts";
import { bodyOf, type PostBody } from "./post-body.ts";

/** So many who approved are named on the card; its thread has all of them. */
const mostNamed = 5;

/** What stands under a card: who asked, who declined and why, who approved, in the order they did, and what nobody verified. */
export function stampBlocks(
  { decision: id, channel }: Pick<Post, "decision" | "channel">,
  beside: readonly Post[],
  decision: Decision | null,
): Block[] {
  const approvedBy = approvals(id, channel, beside);
  const refusal = declined(beside);
  const waits = approvedBy.length === 1 && refusal === null && decision !== null && decision.verdict === null;
  return [
    ...(decision === null ? [] : [{ block: "people" as const, label: words.needsYou.asks, people: [decision.by] }]),
    ...declinedBlocks(refusal),
    ...(approvedBy.length === 0
      ? []
      : [{ block: "people" as const, label: words.approvedBy, people: approvedBy.slice(0, mostNamed) }]),
    ...(approvedBy.length <= mostNamed
      ? []
      : [{ block: "text" as const, text: `and ${approvedBy.length - mostNamed} more.` }]),
    ...(waits ? [{ block: "text" as const, text: words.oneMore }] : []),
    ...(approvedBy.length === 0 ? [] : untickedBlocks(mostVerified(beside))),
  ];
}

function declinedBlocks(refusal: ReturnType<typeof declined>): Block[] {
  if (refusal === null) return [];
  const { by, reason } = refusal;
  return [
    by === null
      ? { block: "text", text: `${words.declinedBy}: ${words.somebody}` }
      : { block: "people", label: words.declinedBy, people: [by] },
    { block: "text", text: reason },
  ];
}

/** The approval at which most of the things to verify were ticked. */
function mostVerified(beside: readonly Post[]): PostBody | undefined {
  const left = (body: PostBody) => (body.kind === "approval" ? (body.unticked?.left.length ?? 0) : 0);
  return beside
    .filter(({ owner }) => owner !== nobody)
    .map(bodyOf)
    .filter(({ kind }) => kind === "approval")
    .sort((one, other) => left(one) - left(other))[0];
}

/** How many of the things to verify nobody had ticked; nothing where all were. */
export function untickedBlocks(body: PostBody | undefined): Block[] {
  const { left = [], all = 0 } = body?.kind === "approval" ? (body.unticked ?? {}) : {};
  return left.length === 0 ? [] : [{ block: "quiet", text: words.unticked(left.length, all) }];
}

/** Which those were. */
export function untickedItems(body: PostBody): Block[] {
  const { left = [] } = body.kind === "approval" ? (body.unticked ?? {}) : {};
  const items = Object.entries(verifyWords).flatMap(([id, item]) => (left.includes(id) ? [item] : []));
  return items.length === 0 ? [] : [{ block: "quiet", text: words.untickedItems(items) }];
}
