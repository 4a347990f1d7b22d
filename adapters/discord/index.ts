import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Client, Routes } from "discord.js";
import { type ChatAdapter, type ChatPorts, createApp, createUnderWay, type Output, type Post, unfollowed } from "#core";
import { answerWords } from "./answer-messages.ts";
import { createRests } from "./clients.ts";
import { buttonValue } from "./codes.ts";
import { register, typed } from "./commands.ts";
import { askedInVain, diagnose as diagnoseBy } from "./doctor.ts";
import { failureOf } from "./failures.ts";
import { createFiles } from "./files.ts";
import { followed } from "./followed.ts";
import { createHandlers, type Handle } from "./handlers.ts";
import { createEndpoint } from "./http.ts";
import { answer, card, form } from "./limits.ts";
import { createClient, isConnected } from "./listen.ts";
import { isOpen } from "./openness.ts";
import { connectionMessages, registerMessages } from "./operator-messages.ts";
import { createSender } from "./sender.ts";
import type { DiscordSettings } from "./settings.ts";
import { messageAddress } from "./text.ts";

export { type DiscordSettings, readSettings } from "./settings.ts";

const betweenLooks = 5 * 60_000;

export function createDiscordAdapter(settings: DiscordSettings, ports: ChatPorts): ChatAdapter {
  const { store, now, log, fatal, pages, download, follow = unfollowed } = ports;
  const rests = createRests(settings.token, settings.apiUrl);
  let client: Client | null = null;
  const app = createApp({
    ...ports,
    typed,
    limits: { form, answer, card, buttonValue },
    // A button of Discord has no question of its own.
    asksItself: false,
    ...(download === undefined ? {} : { fetchFile: createFiles({ download, apiUrl: settings.apiUrl, log }) }),
    recall: true,
    offersUsual: false,
    givesFiles: true,
    chatWords: answerWords,
    linkTo: async (post) => linkTo(post),
    isOpen: (tenant, channel) => isOpen(client, tenant, channel),
  });
  const underWay = createUnderWay();
  const handlers = createHandlers({ app, rest: rests.ui, log, now });
  const handle: Handle = (payload, answer) => underWay.add(followed(follow, payload, answer, handlers));

  /** A token that is not known would be noticed with the first post. What passes by itself does not hinder the start. */
  async function checkToken(): Promise<void> {
    try {
      await rests.post.get(Routes.user());
    } catch (error) {
      const { failure } = failureOf(error);
      if (failure === "refused" || failure === "unreached") throw new Error(askedInVain(error), { cause: error });
      log.warn("Discord was asked in vain at the start", failureOf(error));
    }
  }

  let server: Server | null = null;
  let looking: NodeJS.Timeout | undefined;

  return {
    sender: createSender({ compose: app.compose, rest: rests.post }),
    port: settings.endpoint?.port ?? null,
    unheard: () => (server?.listening || (client !== null && isConnected(client)) ? null : connectionMessages.unheard),
    async start(host) {
      await checkToken();
      // After one refused token the library sends nothing any more, and the gateway looks well all the same.
      rests.post.on("response", ({ path }, { status }) => {
        if (status === 401 && !path.startsWith("/webhooks") && !path.startsWith("/interactions"))
          fatal(connectionMessages.tokenUnknown);
      });
      looking = setInterval(() => {
        rests.post.get(Routes.user()).catch((error: unknown) => log.warn("Discord was not reached", failureOf(error)));
      }, betweenLooks).unref();
      if (settings.endpoint !== null) {
        server = createEndpoint({ ...settings.endpoint, handle, pages, underWay, now, log });
        await once(server.listen({ port: settings.endpoint.port, host: host ?? undefined }), "listening");
        return (server.address() as AddressInfo).port;
      }
      client = createClient({ settings, handle, store, rest: rests.ui, underWay, log, fatal });
      await client.login(settings.token);
      return null;
    },
    async stop(limit) {
      clearInterval(looking);
      const closed = server?.listening ? once(server.close(), "close") : null;
      await Promise.race([Promise.all([client?.destroy(), underWay.settled()]), limit]);
      server?.closeAllConnections();
      await closed;
    },
  };
}

/** Looks at everything that has to be in order before Discord can be served. */
export function diagnose(settings: DiscordSettings) {
  return diagnoseBy(createRests(settings.token, settings.apiUrl).post);
}

/** Registers the command, in one guild or everywhere, unless it is registered like this already. Says what was done. */
export async function registerCommands(settings: DiscordSettings, guild: string | null): Promise<Output> {
  try {
    const done = await register(createRests(settings.token, settings.apiUrl).post, guild);
    return { text: registerMessages.done(guild, done === "current") };
  } catch (error) {
    return { misuse: askedInVain(error) };
  }
}

/** Where a posted message is opened. */
function linkTo({ tenant, channel, reference }: Post): string | null {
  return reference === null ? null : messageAddress(tenant.id, channel, reference);
}
