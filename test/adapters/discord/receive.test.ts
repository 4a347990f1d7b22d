import { expect, it } from "vitest";
import { readPayload } from "../../../adapters/discord/payload.ts";
import { receivePressed } from "../../../adapters/discord/receive.ts";
import { application, guild, write } from "../../wire/discord.ts";

const payload = (message: object, more: object = {}) => ({
  id: "1",
  token: "t",
  type: 3,
  application_id: application,
  guild_id: guild,
  channel_id: "300000000000000001",
  channel: { id: "300000000000000001", type: 0 },
  app_permissions: write,
  member: { user: { id: "400000000000000001" }, permissions: write },
  authorizing_integration_owners: { "0": guild },
  message,
  data: { component_type: 2, custom_id: "aicost:v1:why:d" },
  ...more,
});
const ours = { id: "500000000000000001", flags: 32_768, author: { id: application } };
const place = (message: object, more?: object) => {
  const read = readPayload(payload(message, more));
  return "unreadable" in read ? undefined : receivePressed(read)?.place;
};

it("a press on a message of ours says which it is, and in which channel", () => {
  expect(place(ours)).toMatchObject({
    channel: "300000000000000001",
    from: "300000000000000001",
    card: { channel: "300000000000000001", reference: "500000000000000001" },
  });
});

it.each([
  ["what only one person sees", { ...ours, flags: 32_768 | 64 }],
  ["somebody else's message", { ...ours, author: { id: "9" } }],
  ["a message without an author", { id: ours.id, flags: 0 }],
  ["no message", {}],
])("a press on %s says nothing of a card", (_, message) => {
  expect(place(message)?.card).toBeNull();
});

it("whoever may not write in a channel is in it all the same", () => {
  const reads = String(1n << 10n);
  expect(place(ours, { member: { user: { id: "4" }, permissions: reads } })).toMatchObject({
    channel: null,
    from: "300000000000000001",
  });
});

it("what is not done in a guild of ours is done in no channel", () => {
  expect(place(ours, { authorizing_integration_owners: { "1": "4" } })).toMatchObject({ from: null, nowhere: true });
});

const everywhere = String((1n << 10n) | (1n << 11n) | (1n << 38n));

it.each([
  ["an administrator, whatever else is said", 0, 1n << 3n, true],
  ["whoever may write", 0, (1n << 10n) | (1n << 11n), true],
  ["whoever does not see the channel", 0, 1n << 11n, false],
  ["whoever may write in channels, in a thread", 11, (1n << 10n) | (1n << 11n), false],
  ["whoever may write in threads, in a thread", 11, (1n << 10n) | (1n << 38n), true],
  ["whoever may write in threads, in a channel", 0, (1n << 10n) | (1n << 38n), false],
  ["anybody where people talk", 2, 1n << 3n, false],
  ["anybody in a forum", 15, 1n << 3n, false],
])("a recommendation can go where %s is", (_, type, rights, can) => {
  const channel = { id: "300000000000000001", type };
  const there = can ? "300000000000000001" : null;
  const member = { user: { id: "4" }, permissions: String(rights) };
  expect(place(ours, { channel, member, app_permissions: String(1n << 3n) })?.channel).toBe(there);
  // Neither the person nor the app may lack a right.
  expect(
    place(ours, { channel, app_permissions: String(rights), member: { user: { id: "4" }, permissions: everywhere } })
      ?.channel,
  ).toBe(there);
});
