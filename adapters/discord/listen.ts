import { Client, Events, GatewayDispatchEvents, GatewayIntentBits, type REST, Routes, Status } from "discord.js";
import type { Log, Store, UnderWay } from "#core";
import type { Handle } from "./handlers.ts";
import { watchOpenness } from "./openness.ts";
import { connectionMessages as words } from "./operator-messages.ts";
import type { DiscordSettings } from "./settings.ts";

export type ListenPorts = {
  settings: DiscordSettings;
  handle: Handle;
  store: Store;
  rest: REST;
  underWay: UnderWay;
  log: Log;
  /** What cannot be put right by waiting, in one line. The program ends. */
  fatal: (reason: string) => void;
};

/** Whether every shard of this process hears. The library itself ends a connection whose heartbeat is not answered. */
export function isConnected({ ws }: Client): boolean {
  const hears = [Status.Ready, Status.WaitingForGuilds];
  return ws.shards.size > 0 && ws.shards.every(({ status }) => hears.includes(status));
}

/** Hears Discord by its gateway. Interactions are taken as they come over the wire: no cache stands between. */
export function createClient({ settings, handle, store, rest, underWay, log, fatal }: ListenPorts): Client {
  const client = new Client({
    // To hear that a guild has taken the app out, and which channels are open. Nothing here has to be allowed by Discord.
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    ...(settings.shards === null
      ? { shards: "auto" as const }
      : { shards: settings.shards.ids, shardCount: settings.shards.count }),
    rest: { ...(settings.apiUrl === undefined ? {} : { api: settings.apiUrl }), retries: 1, timeout: 10_000 },
  });
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (payload: unknown) => {
    handle(payload, async (body, { id, token }) => {
      await rest.post(Routes.interactionCallback(id, token), { body, auth: false });
    }).catch((error: unknown) => log.fault(error));
  });
  client.ws.on(GatewayDispatchEvents.GuildDelete, (payload: { id: string; unavailable?: boolean }) => {
    // An outage looks the same, but for this.
    if (payload.unavailable === true) return;
    const forgotten = store.of({ platform: "discord", id: payload.id }).forget();
    underWay.add(forgotten.catch((error: unknown) => log.fault(error)));
  });
  watchOpenness(client, store, underWay, log);
  // Without somebody who listens to it, an error would end the process.
  client.on(Events.Error, (error) => log.warn("the gateway had an error", error.message));
  client.on(Events.ShardDisconnect, ({ code }) => fatal(words.fatal[code] ?? words.closed(code)));
  client.on(Events.Invalidated, () => fatal(words.ended));
  return client;
}
