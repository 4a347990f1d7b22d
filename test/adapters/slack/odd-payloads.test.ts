import { App as Bolt } from "@slack/bolt";
import { afterEach, expect, it, vi } from "vitest";
import { shortcuts } from "../../../adapters/slack/manifest.ts";
import { mutated, seeded } from "../../wire/mutate.ts";
import type { Json } from "../../wire/slack.ts";
import { problemsOfMessage, problemsOfView } from "../../wire/slack-limits.ts";
import { openTeam, type Team } from "../../wire/slack-team.ts";
import { until } from "../../wire/team.ts";
import { person, postIt, toReview } from "./steps.ts";

let team: Team;
afterEach(async () => {
  vi.restoreAllMocks();
  await team.close();
});

/** A payload as Slack sent it, and how it travels. */
type Seed = { payload: Json; as: "form" | "payload" | "event" };

/** One payload of every kind, and several of those that carry most, as they are sent in whole conversations. */
async function seeds(): Promise<Seed[]> {
  const { ana, ben, slack } = team;
  const found: Seed[] = [];
  const send = slack.send.bind(slack);
  slack.send = (body, options) => {
    if (options?.type !== undefined) found.push({ payload: JSON.parse(body), as: "event" });
    else {
      const form = Object.fromEntries(new URLSearchParams(body));
      found.push(
        form.payload === undefined
          ? { payload: form, as: "form" }
          : { payload: JSON.parse(form.payload), as: "payload" },
      );
    }
    return send(body, options);
  };
  await ana.command("help");
  await ana.command("resume");
  await ana.shortcut("shortcut", shortcuts.anywhere);
  await ana.shortcut("message_action", shortcuts.onMessage);
  await ana.search("vendor", "kling");
  ana.fill("vendor", "kling");
  await ana.answer({ ...person, audience: "team" });
  await ana.press("Back");
  await postIt(ana);
  const [card] = slack.standing("CPUBLIC01");
  await ben.pressOn({ channel: "CPUBLIC01", ...card?.body }, "Details");
  await ben.pressOn({ channel: "CPUBLIC01", ...card?.body }, "Approve");
  await ana.command("settings");
  await ana.pressOn({ ...ana.answers.at(-1), channel: "CPUBLIC02" }, /channel/, true);
  await slack.sendEvent({ type: "app_home_opened", user: "UANA", tab: "home", channel: "D1", event_ts: "1" });
  await until(() => slack.homes.has("UANA"));
  await ana.pressHome("Settings");
  await toReview(ben, { ...person, owner: "Ben" });
  await ben.choose("owner");
  const view = { ...ben.view?.view, id: ben.view?.id, hash: ben.view?.hash, state: { values: {} } };
  await slack.sendPayload({ type: "view_closed", user: { id: "UBEN" }, team: { id: "T1" }, view, is_cleared: false });
  await slack.sendEvent({ type: "tokens_revoked", tokens: { oauth: ["U1"] } });
  slack.send = send;
  return found;
}

/** What Slack could not use of an answer. */
function problemsOfAnswer(payload: Json | null, text: string): string[] {
  const json = text === "" ? null : (JSON.parse(text) as Json);
  if (payload?.type === "view_submission") {
    if (json === null) return [];
    if (json.response_action === "update") return problemsOfView(json.view);
    const errors = Object.entries(json.errors ?? {});
    return json.response_action === "errors" &&
      errors.length > 0 &&
      errors.every(([, each]) => typeof each === "string")
      ? []
      : [`a form was answered with ${text.slice(0, 200)}`];
  }
  if (payload?.type === "block_suggestion")
    return Array.isArray(json?.options) || Array.isArray(json?.option_groups) ? [] : ["no options"];
  if (typeof payload?.command === "string") return json === null ? [] : problemsOfMessage(json);
  return json === null || "options" in json || "text" in json || "response_action" in json ? [] : [text.slice(0, 200)];
}

it("whatever comes is answered in a form that Slack takes, and nothing is thrown", async () => {
  const hear = vi.spyOn(Bolt.prototype, "processEvent");
  team = await openTeam();
  const { slack, faults } = team;
  const all = await seeds();
  const random = seeded(11);
  const problems: string[] = [];
  for (let at = 0; at < 2_000; at++) {
    const seed = all[at % all.length] as Seed;
    // A trigger and an address of its own, so that what comes after the answer can be done, too.
    const given = structuredClone(seed.payload);
    if (given.trigger_id !== undefined) given.trigger_id = slack.newTrigger();
    if (given.response_url !== undefined) given.response_url = slack.newResponseUrl();
    if (given.event_id !== undefined) given.event_id = `Ev${at}`;
    const payload = mutated(given, random) as Json | null;
    const { status, text } = await sent(payload, seed.as, at);
    // All of Slack's payloads are objects: anything else cannot be read as one of them.
    const isObject = seed.as === "form" || Object.prototype.toString.call(payload) === "[object Object]";
    if (status !== (isObject ? 200 : 400))
      problems.push(`${at}: ${status} to ${JSON.stringify(payload).slice(0, 300)}`);
    else for (const problem of problemsOfAnswer(payload, text)) problems.push(`${at}: ${problem}`);
    await Promise.allSettled(hear.mock.results.splice(0).map(({ value }) => value));
    for (const fault of faults.splice(0)) problems.push(`${at}: ${fault instanceof Error ? fault.stack : fault}`);
  }
  expect(problems).toEqual([]);
  expect(slack.complaints).toEqual([]);
}, 300_000);

function sent(payload: Json | null, as: Seed["as"], nonce: number) {
  const { slack } = team;
  if (as === "event") return slack.send(`${JSON.stringify(payload)}${" ".repeat(nonce)}`, { type: "application/json" });
  if (as === "payload") return slack.send(`payload=${encodeURIComponent(JSON.stringify(payload))}&nonce=${nonce}`);
  const form = new URLSearchParams({ nonce: String(nonce) });
  for (const [key, value] of Object.entries(payload ?? {}))
    for (const each of [value].flat()) form.append(key, typeof each === "string" ? each : (JSON.stringify(each) ?? ""));
  return slack.send(form.toString());
}
