import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { afterEach, expect, it } from "vitest";
import { createPages, createUnderWay, type Store, StoreError } from "#core";
import { createFront, type FrontPorts } from "../../../adapters/slack/http.ts";
import type { SlackSettings } from "../../../adapters/slack/settings.ts";
import { atOnce } from "../../at-once.ts";
import { openTeam, type Team } from "../../wire/slack-team.ts";
import { keptLog } from "../../wire/team.ts";

let team: Team | null = null;
afterEach(async () => {
  await team?.close();
  team = null;
});

it("`/readyz` and `/health` tell whether the store answers, in a sentence where it does not, and waits no longer than a moment", async () => {
  let ping: Store["ping"] = async () => undefined;
  const wrap = (store: Store): Store => ({ ...store, ping: () => ping() });
  team = await openTeam({ wrap });
  const look = async (page = "readyz") => {
    const response = await fetch(`${team?.slack.appUrl}/${page}`);
    return { status: response.status, text: await response.text() };
  };
  expect(await look()).toEqual({ status: 200, text: "ok" });
  ping = () => Promise.reject(new StoreError("missing", "PostgreSQL cannot be reached."));
  expect(await look()).toEqual({ status: 503, text: "PostgreSQL cannot be reached." });
  expect(await look("health")).toEqual(await look());
  // It lives, and nobody who is well has to be started again for what a database does.
  expect(await look("healthz")).toEqual({ status: 200, text: "ok" });
  expect((await look("metrics")).status).toBe(404);
  const answer = Promise.withResolvers<void>();
  ping = () => answer.promise;
  expect((await look()).status).toBe(503);
  answer.resolve();
  ping = async () => undefined;
  expect((await look()).status).toBe(200);
  expect(team.faults).toEqual([]);
});

it("a server that is closing answers what it heard, and says that it will hear nothing more there", async () => {
  const answer = Promise.withResolvers<null>();
  const asked: (() => void)[] = [];
  const ready = () => {
    asked.shift()?.();
    return answer.promise;
  };
  const nextAsked = () => new Promise<void>((resolve) => asked.push(resolve));
  const { log } = keptLog();
  const underWay = createUnderWay();
  const server = createFront({
    settings: { oauth: null, port: 0 } as SlackSettings,
    receiver: {} as FrontPorts["receiver"],
    installations: {} as FrontPorts["installations"],
    pages: createPages({ ready, figures: null }),
    underWay,
    turn: atOnce,
    log,
    now: Date.now,
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  let heard = "";
  socket.on("data", (data) => {
    heard += data;
  });
  const ask = async () => {
    const heardNow = nextAsked();
    socket.write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
    await heardNow;
  };
  await ask();
  server.close();
  await ask();
  answer.resolve(null);
  await Promise.all([underWay.settled(), once(socket, "close")]);
  const [, first = "", second = ""] = heard.split("HTTP/1.1 200");
  expect(first.toLowerCase()).toContain("connection: keep-alive");
  expect(second.toLowerCase()).toContain("connection: close");
});
