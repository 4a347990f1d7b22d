import type { InputBlock } from "@slack/types";
import { describe, expect, it } from "vitest";
import type { Field, Reply } from "#core";
import { renderModal as discordForm } from "../../adapters/discord/modal.ts";
import { renderModal as slackForm } from "../../adapters/slack/modal.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { play } from "../conversation/play.ts";

/** Which fields of a page each chat draws over several lines. */
function longIn(fields: Field[]) {
  const screen = { id: "p", title: "T", step: null, body: [], fields, actions: [] };
  const reply: Reply = { screen, ticket: "a1.d.p.1", standing: null, notice: null };
  const slack = (slackForm(reply).blocks as InputBlock[]).flatMap(({ type, element, label }) =>
    type === "input" && element.type === "plain_text_input" && element.multiline === true ? label.text : [],
  );
  const discord = discordForm(screen, "a1.d.p.1").components.flatMap((each) =>
    "label" in each && "style" in each.component && each.component.style === 2 ? each.label : [],
  );
  return { slack, discord };
}

const field = (id: string, more: { long?: true } = {}): Field => ({
  field: "text",
  id,
  label: id,
  hint: "",
  value: null,
  empty: "none",
  mayAsk: false,
  problem: null,
  ...more,
});

describe("a field that a whole text may be pasted into", () => {
  it("has several lines in either chat because it says so, whatever it is called", () => {
    const fields = [field("a", { long: true }), field("systemTokens"), field("someText"), field("b")];
    expect(longIn(fields)).toEqual({ slack: ["a"], discord: ["a"] });
  });

  it("is each length of a text, and no other", () => {
    const script = {
      job: "code",
      audience: "me",
      output: ["text"],
      vendor: ["openai"],
      "workload.conversations": "10",
    };
    const { screens } = play(advisorOn(exampleDay), script);
    const long = screens.flatMap(({ fields }) =>
      fields.flatMap((each) => (each.field === "text" && each.long === true ? each.id : [])),
    );
    expect(long).toEqual(["workload.systemTokens", "workload.userTokens", "workload.answerTokens"]);
  });
});
