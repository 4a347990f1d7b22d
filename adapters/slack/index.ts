import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SocketModeReceiver } from "@slack/bolt";
import { createReception, type Log, type ReceptionPorts, type Sender } from "#core";
import { createClients } from "./clients.ts";
import { failureOf } from "./failures.ts";
import { createFront } from "./front.ts";
import { createHandlers } from "./handlers.ts";
import { openInstallations } from "./installations.ts";
import { answer, card, errand, form } from "./limits.ts";
import { createApp } from "./listen.ts";
import { command } from "./manifest.ts";
import { createSender } from "./sender.ts";
import type { SlackSettings } from "./settings.ts";

export { diagnose } from "./doctor.ts";
export { manifest } from "./manifest.ts";
export { readSettings, type SlackSettings } from "./settings.ts";

/** This end while it runs. */
export type SlackEnd = {
  sender: Sender;
  /** Begins to listen. `host` null: on every interface. Gives the port, or null where nothing is listened to. */
  start(host: string | null): Promise<number | null>;
  /** Hears nothing more, and finishes what is under way. */
  stop(): Promise<void>;
};

export type SlackPorts = Omit<ReceptionPorts, "limits" | "linkTo" | "typed"> & { log: Log };

export function createSlackEnd(settings: SlackSettings, ports: SlackPorts): SlackEnd {
  const { store, now, log } = ports;
  const clients = createClients(settings.apiUrl);
  const installations = openInstallations(store, settings.botToken, now, log);
  const clientsOf = async (tenant: string) => {
    const token = await installations.tokenOf(tenant);
    return token === null ? null : clients(token);
  };
  const reception = createReception({
    ...ports,
    typed: (verb, rest) => [command, verb, rest].filter(Boolean).join(" "),
    limits: { form, answer, card, errand },
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
  const handlers = createHandlers(reception, log);
  const { app, receiver } = createApp({ settings, installations, handlers, reception, log, now });
  const socket = receiver instanceof SocketModeReceiver ? receiver : null;
  let connected = socket === null;
  socket?.client.on("connected", () => {
    connected = true;
  });
  socket?.client.on("disconnected", () => {
    connected = false;
  });
  const front = createFront({ settings, receiver, installations, healthy: () => connected, log, now });
  const serves = socket === null || settings.oauth !== null;

  return {
    sender: createSender({ compose: reception.compose, clientsOf }),
    async start(host) {
      if (serves) await once(front.listen({ port: settings.port, host: host ?? undefined }), "listening");
      if (socket !== null) await app.start();
      return serves ? (front.address() as AddressInfo).port : null;
    },
    async stop() {
      if (socket !== null) await app.stop();
      if (front.listening)
        await new Promise<void>((resolve) => void front.close(() => resolve()).closeIdleConnections());
    },
  };
}
