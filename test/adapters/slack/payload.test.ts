import { describe, expect, it } from "vitest";
import { readPayload } from "../../../adapters/slack/payload.ts";
import { readState } from "../../../adapters/slack/state.ts";

const press = { type: "block_actions", user: { id: "U1" }, actions: [{ action_id: "aicost:v1:why:0", value: "d" }] };

describe("a payload", () => {
  it.each([
    ["half a letter", "\ud800"],
    ["a zero", "a\0b"],
    ["more than anybody means", "x".repeat(3_001)],
    ["a number", 1],
    ["null", null],
    ["a list", ["d"]],
  ])("is read without a part that is %s: no database and no client takes it", (_, odd) => {
    const read = readPayload({
      ...press,
      trigger_id: odd,
      actions: [{ ...press.actions[0], value: odd }],
      view: { id: odd, callback_id: "aicost:v1:next", private_metadata: odd },
    });
    expect(read).toEqual({
      ...press,
      trigger_id: undefined,
      actions: [{ action_id: "aicost:v1:why:0", value: undefined }],
      view: { id: undefined, callback_id: "aicost:v1:next", private_metadata: undefined },
    });
  });

  it("has only addresses that can be answered to", () => {
    const read = (response_url: unknown) => readPayload({ ...press, response_url })?.response_url;
    expect(read("https://hooks.slack.com/actions/T1/1/x")).toBe("https://hooks.slack.com/actions/T1/1/x");
    for (const odd of ["x:y", "javascript:0", "https://", "//x", "https://a b", "", null])
      expect([odd, read(odd)]).toEqual([odd, undefined]);
  });

  it("has ids as Slack makes them", () => {
    for (const odd of ["", "<!channel>", "u1", "U1|x", "U".repeat(41), 1, null])
      expect([odd, readPayload({ ...press, user: { id: odd } })]).toEqual([odd, null]);
  });

  it("has what was typed behind a command as it can be kept, and no more than is looked at", () => {
    const read = (text: unknown) => readPayload({ command: "/aicost", text })?.text;
    expect(read("a\0b\ud800")).toBe("ab\ufffd");
    expect(read("x".repeat(1_000_000))).toHaveLength(12_000);
  });

  it.each([
    [null],
    [[]],
    ["x"],
    [{}],
    [{ type: "view_closed", user: { id: "U1" }, view: { callback_id: "x" } }],
    [{ ...press, user: null }],
    [{ ...press, actions: [] }],
    [{ ...press, type: "constructor" }],
    [{ ...press, type: "__proto__" }],
  ])("of a kind that is not heard, or that says too little, is none: %j", (odd) => {
    expect(readPayload(odd)).toBeNull();
  });
});

describe("what was filled into a form", () => {
  const typed = (value: unknown) => ({ value: { type: "plain_text_input", value } });

  it("is read field by field, whatever else is there", () => {
    const values = JSON.parse(`{
      "f:seats:people.1": { "value": { "value": "12" } },
      "f:vendor:work.0": { "value": { "selected_options": [{ "value": "kling" }, null, { "value": 1 }, 5] } },
      "f:job:work.0": { "value": { "selected_option": { "value": "person" } } },
      "f:when:work.0": { "value": { "selected_date": "2026-11-20" } },
      "f:none:work.0": { "value": null },
      "f:null:work.0": null,
      "f:number:work.0": 5,
      "f:list:work.0": ["value"],
      "f:odd:work.0": { "value": { "value": { "value": 1 }, "selected_options": "x" } },
      "f:__proto__:work.0": { "value": { "value": "x" } },
      "other": { "value": { "value": "x" } }
    }`);
    const read = readState(values);
    expect(Object.entries(read)).toEqual([
      ["seats", "12"],
      ["vendor", ["kling"]],
      ["job", "person"],
      ["when", "2026-11-20"],
      ["odd", null],
      ["__proto__", "x"],
    ]);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    for (const odd of [null, undefined, 5, "x"]) expect(readState(odd)).toEqual({});
  });

  it("is as it can be kept, and no longer than its field lets somebody type", () => {
    expect(readState({ "f:owner:x": typed("a\0b\ud800") })).toEqual({ owner: "ab\ufffd" });
    expect(readState({ "f:owner:x": typed("x".repeat(100_000)) }).owner).toHaveLength(3_000);
    const many = Array.from({ length: 5_000 }, (_, at) => ({ value: String(at) }));
    expect(readState({ "f:vendor:x": { value: { selected_options: many } } }).vendor).toHaveLength(200);
  });
});
