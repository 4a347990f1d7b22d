import { REST } from "discord.js";
import { expect, it } from "vitest";
import type { App, Reply } from "#core";
import { customId } from "../../../adapters/discord/codes.ts";
import { type Answer, createHandlers } from "../../../adapters/discord/handlers.ts";
import type { Press } from "../../../src/app/press.ts";
import type { Json } from "../../wire/discord.ts";
import { keptLog } from "../../wire/team.ts";

/** The handlers on an app that answers with one reply, what they answer, and what was pressed. */
function handlersOn(screen: Partial<Reply["screen"]>) {
  const reply: Reply = {
    screen: { id: "x", title: "Title", step: null, body: [], fields: [], actions: [], ...screen },
    ticket: null,
    standing: null,
    notice: null,
  };
  const presses: Press[] = [];
  const app = {
    typed: async () => reply,
    press: async (_, press) => {
      presses.push(press);
      return reply;
    },
  } as Partial<App> as App;
  const { log, faults, warnings } = keptLog();
  const handle = createHandlers({ app, rest: new REST(), log, now: () => 0 });
  const answers: Answer[] = [];
  const send = (payload: Json) => {
    const base = { id: String(answers.length + 1), application_id: "2", token: "t", user: { id: "3" } };
    return handle({ ...base, ...payload }, async (answer) => void answers.push(answer));
  };
  return { send, answers, presses, faults, warnings };
}

it("what cannot be drawn becomes a sentence with a reference: nobody is left without an answer", async () => {
  const { send, answers, faults } = handlersOn({
    actions: [{ action: "why", label: "Why", about: "x".repeat(200) }],
  });
  expect(await send({ type: 2, data: { name: "aicost" } })).toBe("answered");
  expect(faults).toHaveLength(1);
  expect(answers).toHaveLength(1);
  expect(JSON.stringify(answers[0])).toContain("Reference ref1");
});

it("a channel that is carried along is an answer to Post, and to nothing else", async () => {
  const { send, presses } = handlersOn({});
  const channel = "300000000000000009";
  for (const act of ["post", "back", "more"] as const)
    await send({ type: 3, data: { component_type: 2, custom_id: customId(act, "about", 1, channel) } });
  expect(presses.map(({ values }) => values)).toEqual([{ channel }, {}, {}]);
});

it("what is no interaction is not answered, and written down without what was typed", async () => {
  const { send, answers, warnings } = handlersOn({});
  const secret = "what Ana typed";
  expect(await send({ type: 5, data: { custom_id: 7, components: [{ component: { value: secret } }] } })).toBe(
    "not ours",
  );
  expect(await send({ type: 3, data: { custom_id: secret } })).toBe("not ours");
  expect(answers).toEqual([]);
  expect(warnings).toHaveLength(2);
  expect(warnings.join()).not.toContain(secret);
});
