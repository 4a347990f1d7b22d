import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SocketModeReceiver } from "@slack/bolt";
import { type ChatAdapter, type ChatPorts, createApp, createUnderWay, unfollowed } from "#core";
import { answerWords } from "./answer-messages.ts";
import { createClients } from "./clients.ts";
import { askedInVain } from "./doctor.ts";
import { failureOf } from "./failures.ts";
import { createFiles } from "./files.ts";
import { followed } from "./followed.ts";
import { createHandlers } from "./handlers.ts";
import { createFront } from "./http.ts";
import { openInstallations } from "./installations.ts";
import { answer, buttonValue, card, form } from "./limits.ts";
import { createBolt } from "./listen.ts";
import { command } from "./manifest.ts";
import { entryMessages } from "./operator-messages.ts";
import { createSender } from "./sender.ts";
import type { SlackSettings } from "./settings.ts";

export { readSettings, type SlackSettings } from "./settings.ts";

export function createSlackAdapter(settings: SlackSettings, ports: ChatPorts): ChatAdapter {
  const { store, now, log, turn, pages, download, follow = unfollowed } = ports;
  const clients = createClients(settings.apiUrl);
  const installations = openInstallations(store, settings.botToken, now, log);
  const clientsOf = async (tenant: string) => {
    const token = await installations.tokenOf(tenant);
    return token === null ? null : clients(token);
  };
  const given = { tokenOf: installations.tokenOf, apiUrl: settings.apiUrl, log };
  const app = createApp({
    ...ports,
    typed: (verb, rest) => [command, verb, rest].filter(Boolean).join(" "),
    limits: { form, answer, card, buttonValue },
    asksItself: true,
    chatWords: answerWords,
    ...(download === undefined ? {} : { fetchFile: createFiles({ ...given, download }) }),
    async linkTo({ tenant, channel, reference }) {
      const known = await clientsOf(tenant.id);
      if (known === null || reference === null) return null;
      try {
        return (await known.ui.chat.getPermalink({ channel, message_ts: reference })).permalink ?? null;
      } catch (error) {
        log.warn("no link to a message", failureOf(error));
        return null;
      }
    },
  });
  const underWay = createUnderWay();
  const handlers = createHandlers(app, log, underWay, now);
  const { bolt, receiver } = createBolt({ settings, installations, handlers, app, log, now });
  const hear = bolt.processEvent.bind(bolt);
  bolt.processEvent = (event) => underWay.add(followed(follow, event, hear));
  const socket = receiver instanceof SocketModeReceiver ? receiver : null;
  let connected = socket === null;
  socket?.client.on("connected", () => {
    connected = true;
  });
  // Not "disconnected": that is said only where no new connection is tried. A connection from which no ping comes is closed.
  socket?.client.on("close", () => {
    connected = false;
  });
  const front = createFront({ settings, receiver, installations, pages, underWay, turn, log, now });
  const serves = socket === null || settings.oauth !== null;

  /** What passes by itself is tried again by the client; a token that Slack refuses is told with what to do about it. */
  async function connect(): Promise<void> {
    try {
      await bolt.start();
    } catch (error) {
      throw failureOf(error).failure === "refused"
        ? new Error(askedInVain("SLACK_APP_TOKEN", error), { cause: error })
        : error;
    }
  }

  return {
    sender: createSender({ compose: app.compose, clientsOf }),
    port: serves ? settings.port : null,
    unheard: () => (connected ? null : entryMessages.unheard),
    async start(host) {
      if (serves) await once(front.listen({ port: settings.port, host: host ?? undefined }), "listening");
      if (socket !== null) await connect();
      return serves ? (front.address() as AddressInfo).port : null;
    },
    async stop(limit) {
      const closed = front.listening ? once(front.close(), "close") : null;
      // Unheard, an envelope is not acknowledged, and Slack brings it to another connection. The socket itself stays until
      // all that was heard is acknowledged by it.
      socket?.client.removeAllListeners("slack_event");
      await Promise.race([underWay.settled(), limit]);
      if (socket !== null) await bolt.stop();
      front.closeAllConnections();
      await closed;
    },
  };
}
