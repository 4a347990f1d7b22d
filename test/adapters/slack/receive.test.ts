import { describe, expect, it } from "vitest";
import { metadata, readMetadata } from "../../../adapters/slack/codes.ts";
import { receiveAsked, receivePressed } from "../../../adapters/slack/receive.ts";

const context = { teamId: "T1" };

describe("a command", () => {
  const command = (channel_id: string, channel_name: string | undefined, in_ = context) =>
    receiveAsked({ user_id: "U1", trigger_id: "t", text: "", channel_id, channel_name }, in_)?.place;

  it.each([
    ["C1AB", "general", { channel: "C1AB", thread: null, open: true }],
    ["C1AB", "privategroup", { channel: "C1AB", thread: null }],
    ["C1AB", "mpdm-ana--ben-1", { channel: "C1AB", thread: null }],
    ["C1AB", "", { channel: "C1AB", thread: null }],
    ["C1AB", undefined, { channel: "C1AB", thread: null }],
    ["G1AB", "finance", { channel: "G1AB", thread: null }],
    ["D1AB", "directmessage", { channel: null, thread: null }],
  ])("in %s, which Slack calls %j, says as much of its channel as Slack does", (id, name, place) => {
    expect(command(id, name)).toEqual(place);
  });

  it("in one workspace of an organisation says nothing of the others", () => {
    const organisation = { ...context, enterpriseId: "E1", isEnterpriseInstall: true };
    expect(command("C1AB", "general", organisation)).toEqual({ channel: "C1AB", thread: null });
  });

  it("is remembered by the window that it opened", () => {
    for (const from of [
      { channel: "C1AB", thread: null, open: true },
      { channel: "C1AB", thread: "1795000001.000100" },
      { channel: null, thread: null },
    ])
      expect(readMetadata(metadata("a1.x.work.1", from))).toEqual({ ticket: "a1.x.work.1", place: from });
  });
});

describe("a press", () => {
  const container = { type: "message", message_ts: "1795000001.000100", channel_id: "C1AB", is_ephemeral: false };
  const pressed = (more: object) =>
    receivePressed(
      {
        user: { id: "U1" },
        trigger_id: "t",
        channel: { id: "C1AB" },
        actions: [{ action_id: "aicost:v1:why:0", value: "d" }],
        ...more,
      },
      context,
    )?.place.card;

  it("on a message says which it is", () => {
    expect(pressed({ container })).toEqual({ channel: "C1AB", reference: "1795000001.000100" });
  });

  it.each([
    [{ ...container, is_ephemeral: true }],
    [{ ...container, type: "view" }],
    [{ ...container, message_ts: undefined }],
    [{ ...container, message_ts: "now" }],
    [{ ...container, channel_id: "D1AB" }],
    [undefined],
  ])("elsewhere says nothing: %j", (odd) => {
    expect(pressed({ container: odd })).toBeNull();
  });
});
