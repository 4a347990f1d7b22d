import { situationOf } from "../../advice/advise.ts";
import type { Situation } from "../../advice/situation.ts";
import type { Question } from "../../checklist/question.ts";
import type { Who } from "../../conversation/bot.ts";
import { fieldsForOther } from "../../conversation/questions-for-others.ts";
import { readFields } from "../../conversation/read-fields.ts";
import { inTeam } from "../../outbox/direct.ts";
import { directChannel } from "../../outbox/direct-channel.ts";
import { newPost, type PostBody, rewriteKey } from "../../outbox/post-body.ts";
import { askingMessages as words } from "../../present/asking-messages.ts";
import type { Screen } from "../../screen/screen.ts";
import type { AskedQuestion, Draft, NewPost } from "../../store/rows.ts";
import { type AppPorts, infoScreen, textBlock } from "../ports.ts";
import { questionKey } from "./ask.ts";
import { type Form, once } from "./form.ts";

/** The answer of somebody who was asked. About the question that was put. */
export const answering: Form = {
  async show(from, about, _place, ports) {
    const found = await openQuestion(from, about, ports);
    return "screen" in found ? found.screen : screenOf(found.question, found.situation, {});
  },
  async fill(from, about, values, _place, ports) {
    const found = await openQuestion(from, about, ports);
    if ("screen" in found) return once(found.screen);
    const { who, asked, question, situation } = found;
    const read = readFields(question, values, situation);
    const problems =
      "problems" in read
        ? Object.fromEntries(read.problems.map(({ field, text }) => [field, text]))
        : read.answer === undefined || read.answer === "unknown"
          ? { [fieldsForOther(question, situation)[0]?.id ?? question.id]: words.empty }
          : null;
    if (problems !== null || "problems" in read)
      return {
        screen: screenOf(question, situation, problems ?? {}),
        reading: { ask: "form", form: "answering", about },
      };
    // The answer first: told twice it stays the same, and nobody is told of what was not kept.
    const kept = await keepAnswer(who, asked, read.answer, ports);
    const { store, now, deliver } = ports;
    await store.of(who.tenant).settleAsked(asked.id, answeredPosts(who, asked, question, kept), now());
    await deliver();
    return once(infoScreen("answered", words.answering.title, [textBlock(words.thanks)]));
  },
};

type Found = { who: Who; asked: AskedQuestion; question: Question; situation: Situation } | { screen: Screen };

async function openQuestion(from: Who, about: string, { store, advisor }: AppPorts): Promise<Found> {
  const says = (text: string) => ({ screen: infoScreen("not-asked", words.answering.title, [textBlock(text)]) });
  const named = inTeam(from, about);
  if (named === null) return says(words.gone);
  const { who, id } = named;
  const tenant = store.of(who.tenant);
  const asked = await tenant.asked(id);
  if (asked === null) return says(words.gone);
  if (asked.person !== who.person) return says(words.somebodyElses);
  if (asked.answered) return says(words.passed);
  const row = await tenant.draft(asked.draft);
  const today = advisor(who.tenant);
  // Who is asked sees the question alone, and nothing of what was answered before.
  const situation = situationOf(today, row?.draft.answers ?? {});
  const question = today.checklist.questions.find((each) => each.id === asked.question);
  return question === undefined ? says(words.gone) : { who, asked, question, situation };
}

function screenOf(question: Question, situation: Situation, problems: Readonly<Record<string, string>>): Screen {
  const fields = fieldsForOther(question, situation).map((field) => ({
    ...field,
    problem: problems[field.id] ?? null,
  }));
  return {
    ...infoScreen(
      "answering",
      words.answering.title,
      [textBlock(question.text)],
      [{ action: "next", label: words.answering.button, opens: words.answering.opens }],
    ),
    fields,
  };
}

/** Writes an answer into the draft it was asked for. False where its author has decided or begun anew meanwhile. */
async function keepAnswer(
  { tenant }: Who,
  { draft: id, question }: AskedQuestion,
  answer: unknown,
  { store, now }: AppPorts,
): Promise<boolean> {
  const here = store.of(tenant);
  for (;;) {
    const row = await here.draft(id);
    if (row === null) return false;
    const draft: Draft = {
      ...row.draft,
      answers: { ...row.draft.answers, [question]: answer },
      asking: row.draft.asking.filter((each) => each !== question),
    };
    const revision = row.revision + 1;
    // Its author may be writing too: then it is read again, and written into what they wrote.
    if ("saved" in (await here.saveDraft({ ...row, draft, revision, updatedAt: now() }, row.revision))) return true;
  }
}

/** The one who asked is told, and the question has no button any more. */
function answeredPosts(who: Who, asked: AskedQuestion, question: Question, kept: boolean): NewPost[] {
  const key = questionKey(asked.id);
  const told: PostBody = {
    kind: "message",
    title: words.answered.title,
    blocks: [
      textBlock(question.text),
      { block: "people", label: words.answered.by, people: [who.person] },
      textBlock(kept ? words.answered.kept : words.answered.tooLate),
    ],
    actions: [],
  };
  const settled: PostBody = {
    kind: "rewrite",
    of: key,
    title: words.message.title,
    blocks: [textBlock(question.text), textBlock(words.passed)],
  };
  const post = (id: string, person: string, body: PostBody): NewPost =>
    newPost(who.person, id, "", directChannel(person), body);
  return [post(`${key}:answered`, asked.by, told), post(rewriteKey(key), asked.person, settled)];
}
