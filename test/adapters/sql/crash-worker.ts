import { randomBytes } from "node:crypto";
import { setImmediate as breathe, setTimeout as wait } from "node:timers/promises";
import { createBot, createDispatcher, type NewPost, type Sender, type Sent, StoreError, type Tenant } from "#core";
import { openStore } from "../../../adapters/sql/index.ts";
import { compose } from "../../../src/outbox/compose.ts";
import { newPost } from "../../../src/outbox/post-body.ts";
import { advisorOn, exampleDay } from "../../advisor.ts";
import { fill } from "../../conversation/play.ts";

/**
 * A process that holds conversations, decides and posts until it is killed. It prints what it has acknowledged, and only
 * after that was kept. `drain` only brings out what is waiting, as the next process would.
 */
const [settings = "{}", platform = "", mode = "work", start = "0"] = process.argv.slice(2);
// Time goes on by what is done here, however long that takes; a drain also puts it forward while nothing is due.
let asked = 0;
let later = 0;
const now = () => Number(start) + Math.floor(++asked / 100) + later;
const store = await openStore({ ...JSON.parse(settings), now });
const newId = () => randomBytes(8).toString("hex");
const bot = createBot({
  store,
  advisor: () => advisorOn(exampleDay),
  now,
  newId,
  counter: () => Promise.reject(new Error("nothing is pasted")),
});

const limits = { characters: 3_000, blocks: 50, text: 2_000 };
const sender = (name: string, deduplicates: boolean): Sender => ({
  platform: name,
  deduplicates,
  async prepare(post) {
    const composed = await compose(post, store, limits, async () => null);
    if (composed.do === "wait" || composed.do === "drop") return composed;
    return {
      do: "send",
      async send(): Promise<Sent> {
        const answer = await fetch(`${platform}/${name}`, { method: "POST", body: post.key });
        return answer.ok
          ? { sent: await answer.text() }
          : { refused: { is: "chat", said: `${answer.status}` }, final: false };
      },
    };
  },
});
const dispatcher = createDispatcher({
  store,
  senders: [sender("slack", false), sender("discord", true)],
  now,
  random: Math.random,
  log: { warn: () => undefined, fault: (error) => String(console.error(error)) },
});

const script = {
  job: "person",
  audience: "me",
  output: ["text"],
  vendor: ["openai"],
  intensity: "daily",
  owner_kind: "personal",
  owner: "Ana",
};

/** What the database could not do in time, as on a busy machine, is tried again: by whoever pressed, and by the next round. */
async function asLongAsItTakes(work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
    }
  }
}

async function converseForever(person: string): Promise<void> {
  for (let round = 0; ; round++) {
    const tenant: Tenant = round % 2 ? { platform: "slack", id: "T1" } : { platform: "discord", id: "G1" };
    const who = { tenant, person };
    let reply = await bot.begin(who, round % 5 === 0);
    const said = (what: string, value: unknown) => console.log(JSON.stringify({ what, tenant, value }));
    while (reply.ticket !== null && reply.screen.id !== "review") {
      reply = await bot.act(who, reply.ticket, {
        event: "submit",
        page: reply.screen.id,
        values: fill(reply.screen.fields, script),
      });
      // A click comes from outside: between two of them the process does other things, such as posting.
      await breathe();
      const [, draft, , revision] = (reply.ticket ?? "").split(".");
      said("answer", { draft, revision: Number(revision) });
    }
    if (reply.ticket === null) continue;
    const channels = [`C${newId()}`, `C${newId()}`];
    const made = await bot.decide(who, reply.ticket, channels);
    if (!("decision" in made)) continue;
    const { id } = made.decision;
    said("decision", { id, posts: channels.length });
    // What comes after a card: an answer in its thread and its change; in the second channel it is taken back.
    const [first = "", second = ""] = channels;
    const post = (kind: "approval" | "update" | "delete", channel: string): NewPost => {
      return newPost("UBEN", `${id}:${kind}:${channel}`, id, channel, { kind });
    };
    await breathe();
    await store.of(tenant).enqueue([post("approval", first), post("update", first), post("delete", second)], now());
    said("approval", { id, posts: 3 });
  }
}

async function postForever(): Promise<void> {
  for (let idle = 0; mode === "work" || idle < 100; ) {
    const settled = await dispatcher.round();
    idle = settled === 0 ? idle + 1 : 0;
    if (settled > 0) continue;
    await wait(10);
    // Channels rest for a second, and a reply looks every few whether its card has arrived: a drain need not wait for that.
    if (mode === "drain") later += 200;
  }
}

const posting = () => asLongAsItTakes(postForever);
const conversing = (_: unknown, at: number) => asLongAsItTakes(() => converseForever(`U${at}`));
if (mode === "work") await Promise.all([...Array.from({ length: 6 }, conversing), posting()]);
else await posting();
await store.close();
