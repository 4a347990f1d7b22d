import { App as Bolt, HTTPReceiver, RespondError, SocketModeReceiver } from "@slack/bolt";
import { type App, createDedupe, type Log, type Moment, type Reply, said } from "#core";
import { clientOptions, uiTimeout } from "./clients.ts";
import { renderSuggestions } from "./fields.ts";
import type { Handlers, Responder } from "./handlers.ts";
import type { Installations } from "./installations.ts";
import { tenantOf } from "./installations.ts";
import { most } from "./limits.ts";
import { quietLogger } from "./logger.ts";
import { paths } from "./manifest.ts";
import { renderAnswer, type SlackMessage } from "./message.ts";
import { renderModal } from "./modal.ts";
import { type Context, receiveAsked, receivePressed, receiveSearch, receiveSubmitted, whoOf } from "./receive.ts";
import type { SlackSettings } from "./settings.ts";

export type ListenPorts = {
  settings: SlackSettings;
  installations: Installations;
  handlers: Handlers;
  app: App;
  log: Log;
  now: () => Moment;
};

/** Bolt, with every listener registered once. Listeners hear all ids: what is not ours is acknowledged and ignored. */
export function createBolt(ports: ListenPorts): { bolt: Bolt; receiver: HTTPReceiver | SocketModeReceiver } {
  const { settings, installations, log } = ports;
  const logger = quietLogger(log);
  const receiver =
    settings.appToken === null
      ? new HTTPReceiver({
          signingSecret: settings.signingSecret,
          endpoints: [paths.events],
          logger,
          customPropertiesExtractor: ({ headers }) => ({ signature: headers["x-slack-signature"] }),
        })
      : new SocketModeReceiver({
          appToken: settings.appToken,
          logger,
          installerOptions: { clientOptions: clientOptions(10_000, settings.apiUrl) },
        });
  const bolt = new Bolt({
    receiver,
    logger,
    authorize: (source) => installations.authorize(source),
    clientOptions: { ...clientOptions(uiTimeout, settings.apiUrl) },
    convoStore: false,
    extendedErrorHandler: true,
  });
  register(bolt, ports);
  return { bolt, receiver };
}

/** A retried event has its first id; what was signed once and comes twice was sent by somebody else. */
const tenMinutes = 600_000;
const aDay = 86_400_000;

function register(bolt: Bolt, { handlers, installations, app, log, now }: ListenPorts): void {
  const responderOf = (ui: Responder["ui"], respond: unknown) => responderTo(log, ui, respond);
  const signatures = createDedupe(tenMinutes, 50_000, now);
  const eventIds = createDedupe(aDay, 50_000, now);

  bolt.use(async ({ body, context, next, ...args }) => {
    const ack = "ack" in args ? (args.ack as (answer?: unknown) => Promise<void>) : async () => undefined;
    if (typeof context.signature === "string" && signatures(context.signature)) return ack();
    const eventId = "event_id" in body ? body.event_id : undefined;
    if (typeof eventId === "string" && eventIds(eventId)) return ack();
    const instead = context.missing === true ? goneReply : context.failed === true ? brokenStore : null;
    if (instead !== null) {
      await ack(answerOf(instead, body));
      // A button has no room for an answer: the sentence comes to its message.
      if ("actions" in body && "respond" in args)
        await responderOf(args.client, args.respond).respond({ ...renderAnswer(instead), replace_original: false });
      return;
    }
    await next();
  });

  bolt.command(/.*/, async ({ ack, body, context, client, respond }) => {
    const asked = receiveAsked(body, context as Context);
    const responder = responderOf(client, respond);
    if (asked === null) return ack();
    const words = asked.words.trim().toLowerCase();
    if (words === "" || words === "resume") {
      await ack();
      return words === "" ? handlers.opened(asked, responder) : handlers.resumed(asked, responder);
    }
    const answer = await handlers.asked(asked, responder);
    await ack(answer === null ? undefined : { response_type: "ephemeral", ...forAck(answer) });
  });

  bolt.shortcut(/.*/, async ({ ack, body, context, client, respond }) => {
    await ack();
    const asked = receiveAsked(body, context as Context);
    if (asked !== null) await handlers.opened({ ...asked, words: "" }, responderOf(client, respond));
  });

  bolt.view(/.*/, async ({ ack, body, context, client }) => {
    const submitted = body.type === "view_submission" ? receiveSubmitted(body, context as Context) : null;
    if (submitted === null) return ack();
    await ack(await handlers.submitted(submitted, responderOf(client, undefined)));
  });

  bolt.action(/.*/, async ({ ack, body, context, client, respond }) => {
    await ack();
    const pressed = receivePressed(body, context as Context);
    if (pressed !== null) await handlers.pressed(pressed, responderOf(client, respond));
  });

  bolt.options(/.*/, async ({ ack, body }) => {
    const search = receiveSearch(body);
    const found = search === null ? [] : app.suggest(search.field, search.typed, most.options);
    await ack(renderSuggestions(found));
  });

  bolt.event("app_home_opened", async ({ event, context, client }) => {
    const who = whoOf({ user: { id: event.user } }, context as Context);
    if (who !== null && event.tab === "home") await handlers.home(who, responderOf(client, undefined));
  });

  const removed = async (body: object, context: object) => {
    const { event_time } = body as { event_time?: number };
    const tenant = tenantOf(context as Context);
    if (tenant !== null) await installations.removed(tenant, (event_time ?? now() / 1_000) * 1_000);
  };
  bolt.event("app_uninstalled", async ({ body, context }) => removed(body, context));
  bolt.event("tokens_revoked", async ({ event, body, context }) => {
    // Tokens of users are none of ours: only the bot's ends the installation.
    if ((event.tokens.bot ?? []).length > 0) await removed(body, context);
  });

  bolt.error(async ({ error }: Parameters<Parameters<Bolt["error"]>[0]>[0] & { error: Error }) => {
    log.fault(error);
  });
}

type Respond = (message: Parameters<Responder["respond"]>[0] & { response_type: "ephemeral" }) => Promise<unknown>;

function responderTo(log: Log, ui: Responder["ui"], respond: unknown): Responder {
  return {
    ui,
    async respond(message) {
      // A modal that was opened from nowhere has no address to answer to.
      if (typeof respond !== "function") return;
      try {
        await (respond as Respond)({ response_type: "ephemeral", ...message });
      } catch (error) {
        // The address lives half an hour and five uses. What was to be said can be asked for again.
        if (!(error instanceof RespondError)) throw error;
        log.warn("an answer had nowhere to go", error.statusCode);
      }
    },
  };
}

/** The body of an acknowledgement has no use for what only posts need. */
function forAck({ text, blocks }: SlackMessage) {
  return { text, blocks };
}

/** Bolt would answer nothing at all: the person would press for ever. */
const goneReply = said(
  "not-installed",
  "Not installed",
  "aicost is not installed here any more. Whoever looks after your Slack apps can install it again.",
);

const brokenStore = said(
  "broken",
  "That did not work",
  "What is kept of this workspace cannot be read just now. Try again in a moment.",
);

/** A reply in whatever form this kind of payload can be answered with. */
function answerOf(reply: Reply, body: object): unknown {
  if ("type" in body && body.type === "view_submission")
    return { response_action: "update", view: renderModal(reply, { channel: null }) };
  if ("command" in body) return { response_type: "ephemeral", ...forAck(renderAnswer(reply)) };
  return undefined;
}
