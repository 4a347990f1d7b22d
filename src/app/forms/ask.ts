import { personName, readPerson } from "../../checklist/person.ts";
import type { Who } from "../../conversation/bot.ts";
import { startAgain } from "../../conversation/notices.ts";
import { questionsForOthers } from "../../conversation/questions-for-others.ts";
import { type Standing, standingOf } from "../../conversation/standing.ts";
import { readTicket } from "../../conversation/ticket.ts";
import { directAbout } from "../../outbox/direct.ts";
import { directChannel } from "../../outbox/direct-channel.ts";
import { newPost, type PostBody } from "../../outbox/post-body.ts";
import { askingMessages as words } from "../../present/asking-messages.ts";
import { shortened } from "../../screen/fit.ts";
import type { Action, Screen } from "../../screen/screen.ts";
import type { AskedQuestion } from "../../store/rows.ts";
import { writeForm } from "../form-ids.ts";
import { type AppPorts, infoScreen, textBlock } from "../ports.ts";
import { person } from "./fields.ts";
import { type Form, once, typedInto } from "./form.ts";

/** So many questions are offered; who has more open has not begun. */
const mostOffered = 8;

/** Which question somebody is to be asked. About the page of the conversation it is asked from. */
export const ask: Form = {
  async show(who, ticket, _place, ports) {
    const found = await standingBehind(who, ticket, ports);
    if (found === null) return startAgain;
    const questions = questionsForOthers(found.standing).slice(0, mostOffered);
    return infoScreen(
      "ask",
      words.choose.title,
      [textBlock(questions.length === 0 ? words.nothing : words.choose.words)],
      [
        ...questions.map(
          ({ id, text }): Action => ({
            action: "form",
            label: shortened(text, 70),
            about: writeForm({ form: "asking", about: `${ticket}~${id}` }),
          }),
        ),
        backTo(ticket),
      ],
    );
  },
  async fill(who, ticket, _values, place, ports) {
    return once(await ask.show(who, ticket, place, ports));
  },
};

/** Who is asked. About the page, and the question behind a wave. */
export const asking: Form = {
  async show(who, about, _place, ports) {
    const found = await questionBehind(who, about, ports);
    return found === null ? startAgain : picking(found.ticket, found.text, null);
  },
  async fill(who, about, values, _place, ports) {
    const found = await questionBehind(who, about, ports);
    if (found === null) return once(startAgain);
    const picked = typedInto(values, "person");
    const { id } = readPerson(picked);
    const problem = id === null ? words.pick : id === who.person ? words.yourself : null;
    if (id === null || problem !== null)
      return {
        screen: picking(found.ticket, found.text, problem),
        reading: { ask: "form", form: "asking", about },
      };
    const { store, now, newId, deliver } = ports;
    const asked: AskedQuestion = {
      id: newId(),
      person: id,
      by: who.person,
      question: found.question,
      draft: found.draft,
      at: now(),
      answered: false,
    };
    const body: PostBody = {
      kind: "message",
      title: words.message.title,
      blocks: [textBlock(found.text), { block: "people", label: words.message.asks, people: [who.person] }],
      actions: [
        {
          action: "direct",
          label: words.message.button,
          about: directAbout(who.tenant, "answer", asked.id),
          weight: "main",
        },
      ],
    };
    const key = questionKey(asked.id);
    const channel = directChannel(id);
    await store.of(who.tenant).askPerson(asked, [newPost(who.person, key, "", channel, body)], now());
    await deliver();
    return once(
      infoScreen("asked", words.person.title, [textBlock(words.sent(personName(picked)))], [backTo(found.ticket)]),
    );
  },
};

/** The key of the message that puts a question. */
export function questionKey(asked: string): string {
  return `asked:${asked}`;
}

function picking(ticket: string, question: string, problem: string | null): Screen {
  return {
    ...infoScreen(
      "asking",
      words.person.title,
      [textBlock(question)],
      [{ action: "next", label: words.person.button }, backTo(ticket)],
    ),
    fields: [person(words.person, null, problem)],
  };
}

function backTo(ticket: string): Action {
  return { action: "edit", label: words.goOn, about: ticket };
}

async function standingBehind(
  who: Who,
  text: string,
  { store, advisor }: AppPorts,
): Promise<{ draft: string; standing: Standing } | null> {
  const ticket = readTicket(text);
  const row = ticket === null ? null : await store.of(who.tenant).draft(ticket.draft);
  if (row === null || row.owner !== who.person) return null;
  return { draft: row.id, standing: standingOf(advisor(who.tenant), row.draft) };
}

async function questionBehind(who: Who, about: string, ports: AppPorts) {
  const [ticket = "", id] = about.split("~");
  const found = await standingBehind(who, ticket, ports);
  const question = found && questionsForOthers(found.standing).find((each) => each.id === id);
  return found && question ? { ticket, draft: found.draft, question: question.id, text: question.text } : null;
}
