import { fitPages, type Limits } from "../screen/fit.ts";
import type { Action, Block } from "../screen/screen.ts";
import type { Post } from "../store/rows.ts";
import type { TenantStore } from "../store/store.ts";
import { type CardMessage, type Composed, onItsWay } from "./composed.ts";
import { bodyOf, type PostBody, rewriteKey } from "./post-body.ts";

type Body = Extract<PostBody, { kind: "message" } | { kind: "rewrite" }>;

/** What a message that stands by itself means now, or what it says once it is settled. */
export async function composeMessage(post: Post, body: Body, tenant: TenantStore, limits: Limits): Promise<Composed> {
  if (body.kind === "message") {
    const settled = await tenant.post(rewriteKey(post.key));
    const said = settled === null ? null : bodyOf(settled);
    const { title, blocks } = said?.kind === "rewrite" ? said : body;
    return { do: "post", thread: null, message: drawn(title, blocks, said === null ? body.actions : [], limits) };
  }
  const message = await tenant.post(body.of);
  if (message?.state === "waiting" || message?.state === "sending") return onItsWay("message");
  if (message === null || message.reference === null) return { do: "drop", reason: { is: "no_message" } };
  const { reference } = message;
  return { do: "update", reference, under: null, message: drawn(body.title, body.blocks, [], limits) };
}

function drawn(title: string, whole: Block[], actions: Action[], limits: Limits): CardMessage {
  const [blocks = []] = fitPages(whole, limits);
  return { title, blocks, whole, actions };
}
