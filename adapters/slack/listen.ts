import { App as Bolt, HTTPReceiver, SocketModeReceiver } from "@slack/bolt";
import type { App, Log, Moment } from "#core";
import { clientOptions, uiTimeout } from "./clients.ts";
import { renderSuggestions } from "./fields.ts";
import type { Handlers } from "./handlers.ts";
import type { Installations } from "./installations.ts";
import { tenantOf } from "./installations.ts";
import { most } from "./limits.ts";
import { quietLogger } from "./logger.ts";
import { paths } from "./manifest.ts";
import { forAck, hearOnlyWhole, payloadOf, usePassage } from "./middleware.ts";
import { type Context, receiveAsked, receivePressed, receiveSearch, receiveSubmitted, whoOf } from "./receive.ts";
import { type Responder, responderTo } from "./responder.ts";
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
  usePassage(bolt, log, ports.now);
  register(bolt, ports);
  hearOnlyWhole(bolt, log);
  return { bolt, receiver };
}

function register(bolt: Bolt, { handlers, installations, app, log, now }: ListenPorts): void {
  const responderOf = (ui: Responder["ui"], respond: unknown) => responderTo(log, ui, respond);

  bolt.command(/.*/, async ({ ack, body, context, client, respond }) => {
    const asked = receiveAsked(payloadOf(body), context as Context);
    const responder = responderOf(client, respond);
    if (asked === null) return ack();
    const words = asked.words.trim().toLowerCase();
    if (words !== "" && words !== "resume" && app.opensForm(asked.words)) {
      await ack();
      return handlers.begun(asked, responder);
    }
    if (words === "" || words === "resume") {
      await ack();
      return words === "" ? handlers.opened(asked, responder) : handlers.resumed(asked, responder);
    }
    const answer = await handlers.asked(asked, responder);
    await ack(answer === null ? undefined : { response_type: "ephemeral", ...forAck(answer) });
  });

  bolt.shortcut(/.*/, async ({ ack, body, context, client, respond }) => {
    await ack();
    const asked = receiveAsked(payloadOf(body), context as Context);
    if (asked === null) return;
    const responder = responderOf(client, respond);
    await (asked.file === null
      ? handlers.opened({ ...asked, words: "" }, responder)
      : handlers.given(asked, responder));
  });

  bolt.view(/.*/, async ({ ack, body, context, client }) => {
    const submitted = body.type === "view_submission" ? receiveSubmitted(payloadOf(body), context as Context) : null;
    if (submitted === null) return ack();
    await ack(await handlers.submitted(submitted, responderOf(client, undefined)));
  });

  bolt.action(/.*/, async ({ ack, body, context, client, respond }) => {
    await ack();
    const pressed = receivePressed(payloadOf(body), context as Context);
    if (pressed !== null) await handlers.pressed(pressed, responderOf(client, respond));
  });

  bolt.options(/.*/, async ({ ack, body }) => {
    const search = receiveSearch(payloadOf(body));
    const found = search === null ? [] : app.suggest(search.field, search.typed, most.options);
    await ack(renderSuggestions(found));
  });

  bolt.event("app_home_opened", async ({ body, context, client }) => {
    const { event } = payloadOf(body);
    const who = whoOf({ user_id: event?.user }, context as Context);
    if (who !== null && event?.tab === "home") await handlers.home(who, responderOf(client, undefined));
  });

  const removed = async (body: object, context: object) => {
    const { event_time } = payloadOf(body);
    const tenant = tenantOf(context as Context);
    if (tenant !== null) await installations.removed(tenant, (event_time ?? now() / 1_000) * 1_000);
  };
  bolt.event("app_uninstalled", async ({ body, context }) => removed(body, context));
  bolt.event("tokens_revoked", async ({ body, context }) => {
    // Tokens of users are none of ours: only the bot's ends the installation.
    if ((payloadOf(body).event?.tokens?.bot ?? []).length > 0) await removed(body, context);
  });

  bolt.error(async ({ error }: Parameters<Parameters<Bolt["error"]>[0]>[0] & { error: Error }) => {
    log.fault(error);
  });
}
