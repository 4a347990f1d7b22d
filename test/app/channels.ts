import {
  type Act,
  type App,
  type Bot,
  createApp,
  createBot,
  createDispatcher,
  type Place,
  type Post,
  type Reply,
  type Sent,
  type Store,
  type Who,
} from "#core";
import { openStore } from "../../adapters/sql/index.ts";
import type { Prepared } from "../../src/outbox/dispatcher.ts";
import { changeTeam } from "../../src/store/team.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { atOnce, directEstimator } from "../at-once.ts";
import { fill, type Script } from "../conversation/play.ts";
import { journeys } from "../conversation/scripts.ts";
import { said } from "../said.ts";
import { keptLog } from "../wire/team.ts";

export const ana: Who = { tenant: { platform: "slack", id: "T1" }, person: "UANA" };
export const ben: Who = { ...ana, person: "UBEN" };
export const cleo: Who = { ...ana, person: "UCLEO" };

/** Nothing is left open by it. */
export const complete = { ...journeys["solo-writer"], vendor: ["openai-chatgpt-plus"] } as Script;

/** A message that stands in a channel: of a card, `of` is null; of a reply it is the card's. */
export type Standing = { id: string; channel: string; text: string; of: string | null; key: string };

/** How a send ends, where it is not as it should. `lost`: it stands there, and nobody heard so. */
type Trouble = Sent | "lost";

type Doable = Exclude<Awaited<ReturnType<App["compose"]>>, { do: "wait" | "drop" }>;

/** The app with a platform of ours: channels in which what is posted stands until it is deleted. */
export class Channels {
  readonly store: Store;
  readonly bot: Bot;
  readonly app: App;
  standing: Standing[] = [];
  clock = 1_795_000_000_000;
  /** How the next send of a post with such a body ends. */
  troubles: { kind: string; ends: Trouble }[] = [];
  sent: string[] = [];
  readonly #dispatcher: { round(): Promise<number> };
  #messages = 0;

  private constructor(store: Store, asksItself: boolean) {
    this.store = store;
    let ids = 0;
    const base = { store, advisor: () => advisorOn(exampleDay), now: () => this.clock, newId: () => `id${++ids}` };
    this.bot = createBot({ ...base, counter: () => Promise.reject(new Error("nothing was pasted")) });
    const roomy = { characters: 50_000, blocks: 1_000, text: 10_000 };
    this.app = createApp({
      ...base,
      bot: this.bot,
      estimator: directEstimator,
      turn: atOnce,
      advisorOn: () => advisorOn(exampleDay),
      limits: { form: roomy, answer: roomy, card: roomy, buttonValue: 500 },
      asksItself,
      typed: (verb, rest) => `/aicost ${verb} ${rest}`,
      deliver: () => this.#dispatcher.round(),
      chatWords: (answered) => answered,
      linkTo: async ({ reference }) => (reference === null ? null : `https://example.com/${reference}`),
    });
    this.#dispatcher = createDispatcher({
      store,
      now: () => this.clock,
      random: () => 0.5,
      senders: [{ platform: "slack", deduplicates: false, prepare: (post) => this.#prepare(post) }],
      log: keptLog().log,
    });
  }

  static async open({ asksItself = true } = {}): Promise<Channels> {
    return new Channels(await openStore({ file: ":memory:", now: () => 0 }), asksItself);
  }

  /** From now on these may approve everything. Of what was decided before nobody is told. */
  async mayApprove(...people: Who[]): Promise<void> {
    const approvers = people.map(({ person }) => `<@${person}>`);
    await changeTeam(ana.tenant, { approvers }, { store: this.store });
  }

  /** Only what stands where people share a channel. */
  get shared(): Standing[] {
    return this.standing.filter(({ channel }) => !channel.startsWith("person:"));
  }

  async #prepare(post: Post): Promise<Prepared> {
    const composed = await this.app.compose(post);
    if (composed.do === "wait" || composed.do === "drop") return composed;
    return { do: "send", send: async () => this.#send(post, composed) };
  }

  #send(post: Post, composed: Doable): Sent {
    this.sent.push(post.key);
    const { kind } = post.body as { kind: string };
    const at = this.troubles.findIndex((each) => each.kind === kind);
    const ends = at < 0 ? undefined : this.troubles.splice(at, 1)[0]?.ends;
    if (ends !== undefined && ends !== "lost") return ends;
    const reference = this.#do(post, composed);
    return ends === "lost" ? { unknown: said("The connection broke.") } : { sent: reference };
  }

  #do(post: Post, composed: Doable): string {
    switch (composed.do) {
      case "delete":
        this.standing = this.standing.filter(({ id }) => id !== composed.reference);
        return composed.reference;
      case "picture":
      case "update": {
        const known = this.standing.find(({ id }) => id === composed.reference);
        if (known !== undefined) known.text = JSON.stringify(composed.message);
        return composed.reference;
      }
      case "post":
      case "reply": {
        const id = `m${++this.#messages}`;
        const of = composed.do === "reply" ? composed.reference : null;
        this.standing.push({ id, channel: post.channel, text: JSON.stringify(composed.message), of, key: post.key });
        return id;
      }
    }
  }

  async rounds(seconds = 30): Promise<void> {
    for (let at = 0; at < seconds * 2; at++) {
      this.clock += 500;
      await this.#dispatcher.round();
    }
  }

  get cards(): Standing[] {
    return this.shared.filter(({ of }) => of === null);
  }

  get replies(): Standing[] {
    return this.standing.filter(({ of }) => of !== null);
  }

  /** What its author, or anybody, does away from a card. */
  press(who: Who, act: Act, about = "", place: Place = { channel: "C1" }, values = {}): Promise<Reply> {
    return this.app.press(who, { act, about, values }, place);
  }

  /** A button of a card is pressed where it stands. */
  pressOn(who: Who, card: Standing | undefined, act: Act, about: string): Promise<Reply> {
    if (card === undefined) throw new Error("no card stands there");
    const { channel, id } = card;
    return this.app.press(who, { act, about }, { channel, card: { channel, reference: id } });
  }

  /** Goes through the questions, from a screen that is there or anew, to the recommendation. */
  async review(who = ana, script: Script = complete, from?: Reply): Promise<Reply> {
    let reply = from ?? (await this.app.ask(who, { ask: "restart" }, { channel: null }));
    for (let at = 0; reply.screen.id !== "review"; at++) {
      if (at > 30) throw new Error(`stuck on ${reply.screen.id}`);
      const { ticket, screen } = reply;
      const values = fill(screen.fields, script);
      reply = await this.app.ask(who, { ask: "answer", ticket: ticket ?? "", values }, { channel: null });
    }
    return reply;
  }

  /** Decides, and posts the card; `channel` null: keeps it without. */
  /** Decides. Only afterwards has the team approvers: else each would be told of it. */
  async decide(
    who = ana,
    channel: string | null = "C1",
    { script = complete, place = { channel }, from }: { script?: Script; place?: Place; from?: Reply } = {},
  ): Promise<{ id: string; reply: Reply }> {
    const { ticket } = await this.review(who, script, from);
    await this.mayApprove();
    const reply =
      channel === null
        ? await this.app.ask(who, { ask: "keep", ticket: ticket ?? "" }, place)
        : await this.app.ask(who, { ask: "post", ticket: ticket ?? "", channel }, place);
    await this.mayApprove(ben, cleo);
    return { id: idOf(reply), reply };
  }

  /** What a decision's posts came to. */
  async states(id: string): Promise<Record<string, string>> {
    const posts = await this.store.of(ana.tenant).posts(id);
    return Object.fromEntries(posts.map(({ key, state }) => [key, state]));
  }

  close(): Promise<void> {
    return this.store.close();
  }
}

/** The decision that a screen is about. */
export function idOf({ screen }: Reply): string {
  return screen.actions.find(({ action }) => action === "why")?.about ?? "";
}

/** What can be pressed on a screen. */
export const actsOf = ({ screen }: Reply): Act[] => screen.actions.map(({ action }) => action);

/** Everything that a screen says. */
export const wordsOf = ({ screen }: Reply): string => JSON.stringify([screen.title, screen.body]);
