import { describe, expect, it } from "vitest";
import { createHealth, type Store, StoreError } from "#core";
import { keptLog } from "../wire/team.ts";

const never = () => new Promise<void>(() => undefined);

/** A store that can only be asked whether it is there. */
const storeThat = (ping: () => Promise<void>) => ({ ping }) as Store;

describe("the health of the store", () => {
  it("is nothing to speak of where it answers", async () => {
    const { log } = keptLog();
    expect(
      await createHealth(
        storeThat(async () => undefined),
        never,
        log,
      )(),
    ).toBeNull();
  });

  it("is its own sentence where it cannot be asked, and a reference where that is a bug", async () => {
    const { log, faults } = keptLog();
    const down = storeThat(() => Promise.reject(new StoreError("missing", "PostgreSQL cannot be reached.")));
    expect(await createHealth(down, never, log)()).toBe("PostgreSQL cannot be reached.");
    expect(faults).toEqual([]);
    const broken = storeThat(() => Promise.reject(new TypeError("x is undefined")));
    const said = await createHealth(broken, never, log)();
    expect(said).toContain("ref1");
    expect(said).not.toContain("undefined");
    expect(faults).toHaveLength(1);
  });

  it("is waited for no longer than the limit, and the store is asked once by however many", async () => {
    const { log } = keptLog();
    const answer = Promise.withResolvers<void>();
    let asked = 0;
    const slow = storeThat(() => {
      asked++;
      return answer.promise;
    });
    const healthy = createHealth(slow, async () => undefined, log);
    expect(await Promise.all([healthy(), healthy(), healthy()])).toEqual(Array(3).fill(expect.any(String)));
    expect(asked).toBe(1);
    answer.resolve();
    await answer.promise;
    const later = createHealth(slow, never, log);
    expect(await later()).toBeNull();
    expect(await later()).toBeNull();
    expect(asked).toBe(3);
  });
});
