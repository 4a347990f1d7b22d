import { afterEach, expect, it } from "vitest";
import { type Store, StoreError } from "#core";
import { openTeam, type Team } from "../../wire/slack-team.ts";

let team: Team | null = null;
afterEach(async () => {
  await team?.close();
  team = null;
});

it("`/health` tells whether the store answers, in a sentence where it does not, and waits no longer than a moment", async () => {
  let ping: Store["ping"] = async () => undefined;
  const wrap = (store: Store): Store => ({ ...store, ping: () => ping() });
  team = await openTeam({ wrap });
  const look = async () => {
    const response = await fetch(`${team?.slack.appUrl}/health`);
    return { status: response.status, text: await response.text() };
  };
  expect(await look()).toEqual({ status: 200, text: "ok" });
  ping = () => Promise.reject(new StoreError("missing", "PostgreSQL cannot be reached."));
  expect(await look()).toEqual({ status: 503, text: "PostgreSQL cannot be reached." });
  const answer = Promise.withResolvers<void>();
  ping = () => answer.promise;
  expect((await look()).status).toBe(503);
  answer.resolve();
  ping = async () => undefined;
  expect((await look()).status).toBe(200);
  expect(team.faults).toEqual([]);
});
