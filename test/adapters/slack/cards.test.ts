import { describe, expect, it } from "vitest";
import { card } from "../../../adapters/slack/limits.ts";
import { renderCard } from "../../../adapters/slack/message.ts";
import { openStore } from "../../../adapters/sql/index.ts";
import { routes } from "../../../src/checklist/ids.ts";
import { cardOf } from "../../../src/conversation/decide.ts";
import { standingOf } from "../../../src/conversation/standing.ts";
import { cardRoom } from "../../../src/outbox/card-message.ts";
import { compose } from "../../../src/outbox/compose.ts";
import { fitPages } from "../../../src/screen/fit.ts";
import { advisorOn, exampleDay } from "../../advisor.ts";
import { problemsOfMessage } from "../../wire/slack-limits.ts";
import { textsOf } from "../../wire/slack-person.ts";

const advisor = advisorOn(exampleDay);

/** The longest that can be chosen on a route: its ten products with the longest names. */
const longest = (route: string) =>
  [...advisor.market.catalogue.rows]
    .filter((row) => row.route === route && row.kind !== "tier")
    .sort((one, other) => other.product.length - one.product.length)
    .slice(0, 10)
    .map((row) => row.id);

const person = {
  job: "person",
  audience: "team",
  output: ["text", "image", "video"],
  intensity: "hits_limit",
  seats: 12,
};
const program = { job: "code", audience: "customers", output: ["text", "video"], stage: "production", shape: "spiky" };

describe("a card of the longest names", () => {
  it.each(routes)("on %s is within what one message holds, and says what is not on it", async (route) => {
    for (const answers of [person, program, { ...person, job: "both" }]) {
      const draft = { answers: { ...answers, vendor: longest(route), owner: "x".repeat(200) } as never, asking: [] };
      const { title, blocks } = cardOf(standingOf(advisor, draft), advisor);
      const store = await openStore({ file: ":memory:", now: () => 0 });
      const post = {
        tenant: { platform: "slack" as const, id: "T1" },
        key: "d:1:C1",
        decision: "d",
        channel: "C1",
        thread: null,
        owner: "U1",
        body: { kind: "card", title, blocks },
        repeatable: false,
        state: "sending" as const,
        tries: 1,
        dueAt: 0,
        reference: null,
        reason: null,
      };
      const composed = await compose(post, store, card, async () => null);
      if (composed.do !== "post") throw new Error(composed.do);
      const message = renderCard(composed.message);
      expect(problemsOfMessage(message)).toEqual([]);
      const cut = fitPages(blocks, cardRoom(card)).length > 1;
      expect(textsOf(message.blocks).some((text) => text.startsWith("Shortened"))).toBe(cut);
      // The fallback has all of it.
      for (const block of blocks)
        if (block.block === "source")
          expect(message.text).toContain(
            block.source.url.replace(/[_*~`]/g, "\u200b$&\u200b").replaceAll("&", "&amp;"),
          );
      await store.close();
    }
  });
});
