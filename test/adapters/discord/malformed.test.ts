import { expect, it } from "vitest";
import { type FakeDiscord, type Json, write } from "../../wire/discord.ts";
import { problemsOfMessage, problemsOfModal } from "../../wire/discord-limits.ts";
import type { Person } from "../../wire/discord-person.ts";
import { openTeam } from "../../wire/discord-team.ts";
import { toReview } from "./steps.ts";

const bodies = 4_000;
const lanes = 4;

/** Numbers that look random, the same in every run: from 0 to below 1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What stands in a payload where something else should. */
const odd: unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  "",
  " ",
  "x".repeat(5_000),
  "\ud83d",
  "\u202e\u0000",
  "aicost:v1:",
  "aicost:v1:more.1:1 page:x",
  "aicost:v1:more.1:1 kept:x",
  "aicost:v1:more.1:999 explain:rules",
  "aicost:v1:post.1@-:a1.x.review.3",
  "aicost:v1:edit.90:__proto__",
  "aicost:v1:next:a1.new.__proto__.0",
  "aicost:v1:next:a1.new.nothing.0",
  "__proto__",
  "constructor",
  "99999999999999999999999999",
  [],
  [null],
  [[]],
  ["x"],
  [{}],
  {},
  { x: [] },
  { channels: null },
  { toString: 1 },
];

type Node = Record<string, unknown>;

/** Every place in a value: the thing that holds it, and its key. */
function places(value: unknown, found: [Node, string][] = []): [Node, string][] {
  if (typeof value === "object" && value !== null)
    for (const key of Object.keys(value)) {
      found.push([value as Node, key]);
      places((value as Node)[key], found);
    }
  return found;
}

/** A payload that was damaged in one to three places; now and then the text of it, or all of it. */
function damaged(payload: Json, random: () => number): Buffer {
  const one = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)] as T;
  const copy: unknown = structuredClone(payload);
  for (let left = 1 + Math.floor(random() * 3); left > 0; left--) {
    const [holder, key] = one(places(copy));
    const kind = random();
    if (kind < 0.15) delete holder[key];
    else if (kind < 0.25)
      Object.defineProperty(holder, "__proto__", {
        value: one(odd),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    else if (kind < 0.35 && Array.isArray(holder)) holder.push(one(odd));
    else {
      // Half of it of the type that belongs there: that goes further.
      const alike = odd.filter((each) => kind < 0.65 || typeof each === typeof holder[key]);
      holder[key] = structuredClone(one(alike.length === 0 ? odd : alike));
    }
  }
  const bytes = Buffer.from(JSON.stringify(random() < 0.02 ? one(odd) : copy));
  if (random() < 0.1) return bytes.subarray(0, Math.floor(random() * bytes.length));
  if (random() < 0.1)
    for (let at = 0; at < 3; at++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  return bytes;
}

/** One payload of each kind, as a person in the middle of a conversation would send it. */
async function payloadsOf(person: Person, discord: FakeDiscord): Promise<Json[]> {
  const sent: Json[] = [];
  const interact = discord.interact.bind(discord);
  discord.interact = (payload, ephemeral) => {
    sent.push(structuredClone(payload));
    return interact(payload, ephemeral ?? null);
  };
  await person.command({ topic: "rules" }, "aicost-explain");
  await person.press(/^More/);
  await person.command({ work: "images accepted=1000 acceptanceRate=50% resolution=1k" }, "aicost-estimate");
  await person.command({ about: "kling pro for 5 people, zebra" });
  await person.search("kli");
  await toReview(person);
  await person.pick("300000000000000001", write);
  await person.press(/^Post( to |$)/);
  discord.interact = interact;
  return sent;
}

it("whatever is wrong with a signed body, it is answered or refused, with one line in the log at most", async () => {
  const team = await openTeam({ http: true });
  const { discord, ana, ben, warnings, faults } = team;
  const payloads = [...(await payloadsOf(ana, discord)), ...(await payloadsOf(ben, discord))];
  expect(new Set(payloads.map(({ type }) => type))).toEqual(new Set([2, 3, 4, 5]));
  const random = seeded(20_261_120);
  const statuses = new Map<number, number>();
  const problems: string[] = [];
  let before = warnings.length;
  expect(before).toBe(0);
  const lane = async (many: number) => {
    for (let at = 0; at < many; at++) {
      const payload = payloads[Math.floor(random() * payloads.length)] ?? {};
      const fresh = { ...payload, id: discord.snowflake(), token: "token", application_id: "1", version: 1 };
      const { status, json } = await discord.sendHttp(damaged(fresh, random));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (json?.type === 4 || json?.type === 7) problems.push(...problemsOfMessage(json.data));
      if (json?.type === 9) problems.push(...problemsOfModal(json.data));
    }
  };
  await Promise.all(Array.from({ length: lanes }, () => lane(bodies / lanes)));
  expect([...statuses.keys()].filter((status) => ![200, 202, 400].includes(status))).toEqual([]);
  expect(statuses.get(400)).toBeGreaterThan(bodies / 10);
  expect(statuses.get(200)).toBeGreaterThan(bodies / 10);
  expect(faults).toEqual([]);
  expect(problems).toEqual([]);
  const refused = warnings.filter((line) => /no interaction|nothing of ours/.test(line));
  expect(refused).toHaveLength(statuses.get(400) ?? 0);
  // What was promised and could not be shown, for its token was damaged, is a line as well.
  expect(warnings.length).toBeLessThanOrEqual(bodies);
  expect(warnings.filter((line) => line.length > 300)).toEqual([]);
  before = warnings.length;
  await ana.command();
  expect(ana.text).not.toBe("");
  expect(warnings.length).toBe(before);
  await team.close();
}, 180_000);
