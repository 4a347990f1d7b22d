import { expect, it } from "vitest";
import { renderCard } from "../../../adapters/discord/card.ts";
import { readId } from "../../../adapters/discord/codes.ts";
import { answer, card, form } from "../../../adapters/discord/limits.ts";
import { renderReply } from "../../../adapters/discord/message.ts";
import { renderModal } from "../../../adapters/discord/modal.ts";
import { type Payload, readPayload } from "../../../adapters/discord/payload.ts";
import { receiveCommand, receivePressed, receiveSearch, receiveSubmitted } from "../../../adapters/discord/receive.ts";
import { formFields } from "../../../adapters/discord/selects.ts";
import { adapterSuite } from "../../suites/adapter.ts";
import type { Json } from "../../wire/discord.ts";
import { contract, problemsOfMessage, problemsOfModal } from "../../wire/discord-limits.ts";
import { answered, flat, idOf, Person, shown as seen } from "../../wire/discord-person.ts";

/** What a person has before them: a message, and the form that its button opens. */
type Shown = { message: Json; modal: Json | null; card: boolean };

const base = { id: "1", token: "t", application_id: "2", user: { id: "3" } };

/** A payload as it comes over the wire, received. */
function as<T>(receive: (payload: Payload) => T | null, given: unknown): T | null {
  const payload = readPayload(given);
  return "unreadable" in payload ? null : receive(payload);
}

const judged = "every body is judged by Discord's own description of its API";
const judge = contract;
if (judge === null) it.skip(`${judged} (it does not lie beside the project: only the hand rules judge here)`);
else
  it(judged, () => {
    expect(judge("post", "/channels/1/messages", { flags: 32_768, components: [{ type: 10, content: "x" }] })).toEqual(
      [],
    );
    expect(judge("post", "/channels/1/messages", { flags: "x" })).not.toEqual([]);
    const data = { custom_id: "x", title: "x".repeat(46), components: [] };
    expect(judge("post", "/interactions/1/t/callback", { type: 9, data })).not.toEqual([]);
  });

adapterSuite<Shown>("Discord", {
  platform: "discord",
  limits: { form, answer, card },
  show: (reply) => ({
    message: renderReply(reply, { picked: null, usual: null, problem: null }),
    modal:
      reply.ticket !== null && formFields(reply.screen).length > 0 ? renderModal(reply.screen, reply.ticket) : null,
    card: false,
  }),
  card: (title, blocks, actions) => ({
    message: renderCard({ title, blocks, whole: blocks, actions }),
    modal: null,
    card: true,
  }),
  problems: ({ message, modal, card: posted }) => [
    ...problemsOfMessage(message),
    ...(modal === null ? [] : problemsOfModal(modal)),
    ...(contract === null
      ? []
      : posted
        ? contract("post", "/channels/1/messages", message)
        : [
            ...contract("post", "/interactions/1/t/callback", { type: 4, data: message }),
            ...(modal === null ? [] : contract("post", "/interactions/1/t/callback", { type: 9, data: modal })),
          ]),
  ],
  texts: ({ message, modal }) => [
    ...flat(message.components).flatMap((each) => (each.content === undefined ? [] : [seen(unescaped(each.content))])),
    ...(modal?.components ?? []).flatMap((each: Json) => [each.label, each.description ?? ""]),
  ],
  active({ message }) {
    // What Discord would make something of, once what is written as itself is taken away.
    const text = flat(message.components)
      .flatMap((each) => each.content ?? [])
      .join("\n")
      .replace(/\\[\\*_~`|<>[\]()#@:.+-]/g, "")
      .replace(/^## |^-# |^- |\*\*[^*\n]*\*\*/gm, "");
    const signs = /<[@#:/ta]|<id:|@everyone|@here|\[[^\]]*\]\(|`|\*|_|~~|\|\||^#|^>|https?:\/\/(?!evil\.example>)/gm;
    const found = [...text.matchAll(signs)].map(([sign]) => sign);
    return [...found, ...(JSON.stringify(message.allowed_mentions) === '{"parse":[]}' ? [] : ["mentions"])];
  },
  picked: (name) => `<@${idOf(name)}|${name}>`,
  answer({ message, modal }, script) {
    // Whoever is picked in the message is sent at once, each by a payload of its own.
    const picked = flat(message.components).filter(({ type }) => type === 5);
    const people = picked.map(({ custom_id }) => {
      const field = custom_id.split("/").at(-1);
      const [, id = "", name] = /^<@(\d+)\|(.*)>$/.exec(String(script[field] ?? "")) ?? [];
      const users = { [id]: { id, global_name: name } };
      const data = {
        component_type: 5,
        custom_id,
        values: id === "" ? [] : [id],
        resolved: id === "" ? {} : { users },
      };
      return as(receivePressed, { ...base, type: 3, data });
    });
    if (modal === null) {
      const [first] = people;
      return { ticket: first?.about ?? "", values: Object.assign({}, ...people.map((each) => each?.values)) };
    }
    const person = new Person(undefined as never, "3");
    person.modal = modal;
    for (const { custom_id } of person.fields)
      if (script[custom_id] !== undefined) person.fill(custom_id, script[custom_id]);
    const components = (modal?.components ?? []).map((label: Json) => ({
      type: 18,
      component: answered(label.component, person.typed),
    }));
    const read = as(receiveSubmitted, { ...base, type: 5, data: { custom_id: modal?.custom_id, components } });
    if (read === null) throw new Error("not read");
    return { ticket: read.ticket, values: Object.assign({}, read.values, ...people.map((each) => each?.values)) };
  },
  foreign: () => [
    as(receiveCommand, {}),
    as(receiveCommand, { ...base, type: 2, data: { name: "other" } }),
    as(receiveCommand, { id: "1", type: 2, data: { name: "aicost" } }),
    as(receiveSearch, { ...base, type: 4, data: { options: [{ name: "other", focused: true }] } }),
    as(receivePressed, { ...base, type: 3, data: { custom_id: "other" } }),
    as(receivePressed, { ...base, type: 3 }),
    as(receivePressed, { type: 3, data: { custom_id: "aicost:v1:why:1" } }),
    as(receiveSubmitted, { ...base, type: 5, data: { custom_id: "x" } }),
    as(receiveSubmitted, { ...base, type: 3, data: { custom_id: "aicost:v1:next:1" } }),
    readId("aico"),
  ],
});

/** A text as it is read: what is written as itself without the mark before it. */
function unescaped(text: string): string {
  return text.replace(/\\([\\*_~`|<>[\]()#@:.+-])/g, "$1");
}
