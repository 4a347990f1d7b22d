import { App, HTTPReceiver, RespondError, SocketModeReceiver } from "@slack/bolt";
import { createSeen, type Log, type Moment, type Reception, type Reply, said } from "#core";
import { clientOptions, uiTimeout } from "./clients.ts";
import { renderSuggestions } from "./fields.ts";
import type { Handlers, Line } from "./handlers.ts";
import type { Installations } from "./installations.ts";
import { tenantOf } from "./installations.ts";
import { most } from "./limits.ts";
import { quietLogger } from "./logger.ts";
import { paths } from "./manifest.ts";
import { renderAnswer, type Written } from "./message.ts";
import { type Context, receiveAsked, receivePressed, receiveSearch, receiveSubmitted, whoOf } from "./receive.ts";
import type { SlackSettings } from "./settings.ts";
import { renderModal } from "./view.ts";

export type ListenPorts = {
  settings: SlackSettings;
  installations: Installations;
  handlers: Handlers;
  reception: Reception;
  log: Log;
  now: () => Moment;
};

/** Bolt, with every listener registered once. Listeners hear all ids: what is not ours is acknowledged and ignored. */
export function createApp(ports: ListenPorts): { app: App; receiver: HTTPReceiver | SocketModeReceiver } {
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
  const app = new App({
    receiver,
    logger,
    authorize: (source) => installations.authorize(source),
    clientOptions: { ...clientOptions(uiTimeout, settings.apiUrl) },
    convoStore: false,
    extendedErrorHandler: true,
  });
  register(app, ports);
  return { app, receiver };
}

/** A retried event has its first id; what was signed once and comes twice was sent by somebody else. */
const tenMinutes = 600_000;
const aDay = 86_400_000;

function register(app: App, { handlers, installations, reception, log, now }: ListenPorts): void {
  const lineOf = (ui: Line["ui"], respond: unknown) => lineTo(log, ui, respond);
  const signatures = createSeen(tenMinutes, 50_000, now);
  const eventIds = createSeen(aDay, 50_000, now);

  app.use(async ({ body, context, next, ...args }) => {
    const ack = "ack" in args ? (args.ack as (answer?: unknown) => Promise<void>) : async () => undefined;
    if (typeof context.signature === "string" && signatures(context.signature)) return ack();
    const eventId = "event_id" in body ? body.event_id : undefined;
    if (typeof eventId === "string" && eventIds(eventId)) return ack();
    const instead = context.missing === true ? goneReply : context.failed === true ? brokenStore : null;
    if (instead !== null) {
      await ack(answerOf(instead, body));
      // A button has no room for an answer: the sentence comes to its message.
      if ("actions" in body && "respond" in args)
        await lineOf(args.client, args.respond).respond({ ...renderAnswer(instead), replace_original: false });
      return;
    }
    await next();
  });

  app.command(/.*/, async ({ ack, body, context, client, respond }) => {
    const asked = receiveAsked(body, context as Context);
    const line = lineOf(client, respond);
    if (asked === null) return ack();
    const words = asked.words.trim().toLowerCase();
    if (words === "" || words === "resume") {
      await ack();
      return words === "" ? handlers.opened(asked, line) : handlers.resumed(asked, line);
    }
    const answer = await handlers.asked(asked, line);
    await ack(answer === null ? undefined : { response_type: "ephemeral", ...forAck(answer) });
  });

  app.shortcut(/.*/, async ({ ack, body, context, client, respond }) => {
    await ack();
    const asked = receiveAsked(body, context as Context);
    if (asked !== null) await handlers.opened({ ...asked, words: "" }, lineOf(client, respond));
  });

  app.view(/.*/, async ({ ack, body, context, client }) => {
    const submitted = body.type === "view_submission" ? receiveSubmitted(body, context as Context) : null;
    if (submitted === null) return ack();
    await ack(await handlers.submitted(submitted, lineOf(client, undefined)));
  });

  app.action(/.*/, async ({ ack, body, context, client, respond }) => {
    await ack();
    const pressed = receivePressed(body, context as Context);
    if (pressed !== null) await handlers.pressed(pressed, lineOf(client, respond));
  });

  app.options(/.*/, async ({ ack, body }) => {
    const search = receiveSearch(body);
    const found = search === null ? [] : reception.suggest(search.field, search.typed, most.options);
    await ack(renderSuggestions(found));
  });

  app.event("app_home_opened", async ({ event, context, client }) => {
    const who = whoOf({ user: { id: event.user } }, context as Context);
    if (who !== null && event.tab === "home") await handlers.home(who, lineOf(client, undefined));
  });

  const removed = async (body: object, context: object) => {
    const { event_time } = body as { event_time?: number };
    const tenant = tenantOf(context as Context);
    if (tenant !== null) await installations.removed(tenant, (event_time ?? now() / 1_000) * 1_000);
  };
  app.event("app_uninstalled", async ({ body, context }) => removed(body, context));
  app.event("tokens_revoked", async ({ event, body, context }) => {
    // Tokens of users are none of ours: only the bot's ends the installation.
    if ((event.tokens.bot ?? []).length > 0) await removed(body, context);
  });

  app.error(async ({ error }: Parameters<Parameters<App["error"]>[0]>[0] & { error: Error }) => {
    log.fault(error);
  });
}

type Respond = (message: Parameters<Line["respond"]>[0] & { response_type: "ephemeral" }) => Promise<unknown>;

function lineTo(log: Log, ui: Line["ui"], respond: unknown): Line {
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
function forAck({ text, blocks }: Written) {
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
  "What is kept of this workspace cannot be read just now. Nothing is lost: try again in a moment.",
);

/** A reply in whatever form this kind of payload can be answered with. */
function answerOf(reply: Reply, body: object): unknown {
  if ("type" in body && body.type === "view_submission")
    return { response_action: "update", view: renderModal(reply, null) };
  if ("command" in body) return { response_type: "ephemeral", ...forAck(renderAnswer(reply)) };
  return undefined;
}
