import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Reason, readReason, type TryReason, writeReason } from "#core";
import { reasonText } from "../../src/outbox/reason-messages.ts";

const oneTry: fc.Arbitrary<TryReason> = fc.oneof(
  fc.constantFrom<TryReason>({ is: "card_lost" }, { is: "ended" }, { is: "on_its_way", what: "reply" }),
  fc.string().map((said): TryReason => ({ is: "chat", said })),
  fc.string().map((reference): TryReason => ({ is: "fault", reference })),
);
const reasons: fc.Arbitrary<Reason> = fc.oneof(
  oneTry,
  fc.record({ is: fc.constant("tried" as const), times: fc.nat(), last: fc.option(oneTry) }),
);

describe("the reason of a post", () => {
  it("is read as it was kept", () => {
    fc.assert(
      fc.property(reasons, (reason) => {
        expect(readReason(writeReason(reason))).toEqual(reason);
      }),
    );
  });

  it("stays the sentence that an older program kept", () => {
    const kept = "Tried 8 times. Slack cannot be reached just now.";
    const reason = readReason(kept);
    expect(reason && reasonText(reason, () => "")).toBe(kept);
    expect(reason && writeReason(reason)).toBe(kept);
  });

  it("is none where a newer program kept what this one does not know, or somebody wrote into the database", () => {
    expect([readReason('{"is":"eclipse"}'), readReason('{"is":"tried","times":2}')]).toEqual([null, null]);
    expect(readReason("{broken")).toEqual({ is: "worded", words: "{broken" });
  });

  it("has words of its chat, within what was tried too", () => {
    const last = { is: "chat", said: "too fast" } as const;
    expect(reasonText({ is: "tried", times: 8, last }, (said) => `Chat: ${said}.`)).toBe(
      "Tried 8 times. Chat: too fast.",
    );
  });
});
