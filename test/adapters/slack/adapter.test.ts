import { readMetadata } from "../../../adapters/slack/codes.ts";
import { answer, card, form } from "../../../adapters/slack/limits.ts";
import { inert, renderCard } from "../../../adapters/slack/message.ts";
import { renderModal } from "../../../adapters/slack/modal.ts";
import { receiveAsked, receivePressed, receiveSubmitted } from "../../../adapters/slack/receive.ts";
import { adapterSuite } from "../../suites/adapter.ts";
import type { Json } from "../../wire/slack.ts";
import { problemsOfMessage, problemsOfView } from "../../wire/slack-limits.ts";
import { idOf, Person, textsOf } from "../../wire/slack-person.ts";

const context = { teamId: "T1" };

adapterSuite<Json>("Slack", {
  platform: "slack",
  limits: { form, answer, card },
  show: (reply) => renderModal(reply),
  card: (title, blocks, actions) => renderCard({ title, blocks, whole: blocks, actions }),
  problems: (shown) => (shown.type === "modal" ? problemsOfView(shown) : problemsOfMessage(shown)),
  texts: (shown) => textsOf(shown),
  active(shown) {
    const found: string[] = [];
    walk(shown, (each) => {
      if (each.type === "mrkdwn") found.push("mrkdwn");
      // Slack reads emoji in words of colons, and in signs beyond letters.
      if (each.type === "plain_text" && each.emoji !== false && /:|[^\n -~]/.test(each.text))
        found.push("emoji are read");
      if (["user", "channel", "broadcast", "usergroup", "emoji", "link"].includes(each.type))
        found.push(`${each.type}`);
    });
    // The fallback is the one text that Slack parses.
    if (typeof shown.text === "string" && /[<>]|&(?!amp;|lt;|gt;)|(?<!\u200b)[*_~`]/.test(shown.text))
      found.push(shown.text);
    return found;
  },
  picked: (name) => `<@${idOf(name)}>`,
  answer(shown, script) {
    const person = new Person(undefined as never, "U1");
    person.view = { id: "V1", hash: "", user: "", view: shown, closed: false };
    for (const block of shown.blocks.filter((each: Json) => each.type === "input")) {
      const field = /^f:(.+):[^:]*$/.exec(block.block_id)?.[1] ?? "";
      if (script[field] !== undefined) person.fill(field, script[field]);
    }
    const view = { ...shown, id: "V1", state: person.state };
    const read = receiveSubmitted({ user: { id: "U1" }, view }, context);
    if (read === null) throw new Error("not read");
    return { ticket: read.ticket, values: read.values };
  },
  foreign: () => [
    receiveAsked({}, context),
    receiveAsked({ user: { id: "U1" } }, context),
    receiveAsked({ user: { id: "U1" }, trigger_id: "1" }, {}),
    receivePressed({}, context),
    receivePressed({ user: { id: "U1" }, actions: [] }, context),
    receivePressed({ user: { id: "U1" }, actions: [{ action_id: "other-app" }] }, context),
    receivePressed({ actions: [{ action_id: "aicost:v1:why:0" }] }, context),
    receiveSubmitted({ user: { id: "U1" }, view: { id: "V1", callback_id: "other" } }, context),
    receiveSubmitted({ user: { id: "U1" }, view: { callback_id: "aicost:v1:next" } }, context),
    receiveSubmitted({ user: { id: "U1" } }, context),
    readMetadata("x|<!channel>|x").place.channel,
    inert("") === "" ? null : "text",
  ],
});

function walk(value: unknown, look: (each: Json) => void): void {
  if (Array.isArray(value)) for (const each of value) walk(each, look);
  else if (typeof value === "object" && value !== null) {
    look(value);
    for (const each of Object.values(value)) walk(each, look);
  }
}
