import type { App as Bolt } from "@slack/bolt";
import { createDedupe, infoReply, type Log, type Moment, type Reply } from "#core";
import { renderSuggestions } from "./fields.ts";
import { createMembers } from "./members.ts";
import { renderAnswer, type SlackMessage } from "./message.ts";
import { renderModal } from "./modal.ts";
import { type Payload, readPayload } from "./payload.ts";
import type { Context } from "./receive.ts";
import { type Responder, responderTo } from "./responder.ts";
import { strangerMessages } from "./stranger-messages.ts";

/** A retried event has its first id; what was signed once and comes twice was sent by somebody else. */
const tenMinutes = 600_000;
const aDay = 86_400_000;

/** What every payload passes before a listener hears it: once, where the app is installed, from people who belong there. */
export function usePassage(bolt: Bolt, log: Log, now: () => Moment): void {
  const signatures = createDedupe(tenMinutes, 50_000, now);
  const eventIds = createDedupe(aDay, 50_000, now);
  const membershipOf = createMembers(now, log);

  bolt.use(async ({ body, context, next, ...args }) => {
    const payload = payloadOf(body);
    const ack = "ack" in args ? (args.ack as (answer?: unknown) => Promise<void>) : async () => undefined;
    // Who types the same twice within a second looks the same up twice: it changes nothing.
    const repeats = payload.type === "block_suggestion";
    const heard = !repeats && typeof context.signature === "string" && signatures(context.signature);
    if (heard || (payload.event_id !== undefined && eventIds(payload.event_id))) {
      (context as Context).ignored?.();
      return ack();
    }
    const instead = await refusal(payload, context as Context, args.client);
    if (instead === null) return next();
    const answer = answerOf(instead, payload);
    await ack(answer);
    // A button has no room for an answer: the sentence comes to its message.
    if (answer === undefined && "respond" in args)
      await responderTo(log, args.client, args.respond).respond({ ...renderAnswer(instead), replace_original: false });
  });

  /** What is said instead of doing what was asked for; null where it may be done. */
  async function refusal(payload: Payload, context: Context, ui: Responder["ui"]): Promise<Reply | null> {
    if (context.missing === true) return goneReply;
    if (context.failed === true) return brokenStore;
    const membership = await membershipOf(payload, context, ui);
    return membership === "member" ? null : membership === "stranger" ? stranger : notKnown;
  }
}

/** Bolt reads far into a payload before anything of ours does, and throws where something is missing. */
export function hearOnlyWhole(bolt: Bolt, log: Log): void {
  const hear = bolt.processEvent.bind(bolt);
  bolt.processEvent = async (event) => {
    const payload = readPayload(event.body);
    if (payload !== null) return hear({ ...event, body: payload });
    (event.customProperties as Context | undefined)?.ignored?.();
    const { type } = event.body ?? {};
    // A name of Slack's, or nothing: whatever else stands there may be what somebody typed.
    log.info(
      "a payload was not for us",
      typeof type === "string" && /^[a-z_]{1,40}$/.test(type) ? { type } : undefined,
    );
    await event.ack(type === "block_suggestion" ? renderSuggestions([]) : undefined);
  };
}

/** The body that Bolt hands on is the one that `hearOnlyWhole` let through. */
export function payloadOf(body: object): Payload {
  return body as Payload;
}

/** The body of an acknowledgement has no use for what only posts need. */
export function forAck({ text, blocks }: SlackMessage) {
  return { text, blocks };
}

/** A reply in whatever form this kind of payload can be answered with. */
function answerOf(reply: Reply, payload: Payload): unknown {
  if (payload.type === "view_submission") return { response_action: "update", view: renderModal(reply) };
  if (payload.type === "block_suggestion") return renderSuggestions([]);
  if (payload.command !== undefined) return { response_type: "ephemeral", ...forAck(renderAnswer(reply)) };
  return undefined;
}

const told = (id: string, { title, words }: { title: string; words: string }) => infoReply(id, title, words);

/** Bolt would answer nothing at all: the person would press for ever. */
const goneReply = told("not-installed", strangerMessages.gone);
const stranger = told("stranger", strangerMessages.stranger);
const notKnown = told("not-known", strangerMessages.notKnown);
const brokenStore = told("broken", strangerMessages.brokenStore);
