import type { Bot } from "../conversation/bot.ts";
import type { Reply } from "../conversation/reply.ts";
import { fitPages, type Limits } from "../screen/fit.ts";

/** The first page, cut to size. The same object for everybody, so that an adapter may keep what it draws of it. */
export function createFirst(bot: Bot, limits: Limits): () => Reply {
  const firsts = new WeakMap<Reply, Reply>();
  return () => {
    const raw = bot.first();
    const [body = []] = fitPages(raw.screen.body, limits);
    const known = firsts.get(raw) ?? { ...raw, screen: { ...raw.screen, body } };
    firsts.set(raw, known);
    return known;
  };
}
