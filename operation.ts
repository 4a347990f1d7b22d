import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { type AdvisorOn, type ChatAdapter, countFreshness, createPages, createReadiness, type Store } from "#core";
import { createFollow, type openLog } from "./adapters/log/index.ts";

/** How long the store may take to answer who asks whether people can be answered. */
const patience = 1_000;

export type OperationPorts = {
  /** Where figures are shown; null where nobody wants them. */
  port: number | null;
  store: Store;
  adapters: () => readonly ChatAdapter[];
  advisorOn: AdvisorOn;
  today: () => string;
  log: ReturnType<typeof openLog>;
};

/** How the program shows that it is well: what follows interactions, the pages for an operator, and a port for them. */
export async function openOperation({ port, store, adapters, advisorOn, today, log }: OperationPorts) {
  let stopping = false;
  const platforms = () => adapters().map(({ sender }) => sender.platform);
  const ready = createReadiness({
    store,
    chats: () => adapters().map((adapter) => ({ platform: adapter.sender.platform, unheard: adapter.unheard })),
    stopping: () => stopping,
    now: Date.now,
    limit: () => pause(patience, undefined, { ref: false }),
    log,
  });
  // The library of figures is loaded only where somebody looks.
  const parts = port === null ? null : await import("./adapters/operation/index.ts");
  const shown = parts === null || port === null ? null : { port, ...figuresBy(parts) };
  const pages = createPages({ ready, figures: shown });
  const server = parts === null || port === null ? null : parts.createListener(port, pages, log);

  function figuresBy({ createFigures }: typeof import("./adapters/operation/index.ts")) {
    const outbox = () => store.outbox(platforms());
    const freshness = () => countFreshness(advisorOn(today()).market);
    return createFigures({ outbox, freshness, now: Date.now });
  }

  return {
    follow: createFollow(shown, () => performance.now()),
    ...(shown === null ? {} : { posted: shown.posted }),
    pages,
    /** Listens, unless a chat has that port already. Gives the port where it does. Throws as Node does where it is taken. */
    async listen(host: string | null): Promise<number | null> {
      if (server === null || adapters().some((adapter) => adapter.port === port)) return null;
      await once(server.listen({ port: port ?? 0, host: host ?? undefined }), "listening");
      return (server.address() as AddressInfo).port;
    },
    /** From now on it says that it stops; it still answers. */
    stopping() {
      stopping = true;
    },
    close() {
      server?.close();
      server?.closeAllConnections();
    },
  };
}
