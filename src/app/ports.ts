import type { Advisor } from "../advice/advise.ts";
import type { Estimator } from "../advice/estimator.ts";
import type { Chart } from "../chart/chart.ts";
import type { Bot, BotPorts } from "../conversation/bot.ts";
import { type ChatWords, reasonText } from "../outbox/reason-messages.ts";
import type { Limits } from "../screen/fit.ts";
import type { Block, Screen } from "../screen/screen.ts";
import type { Post, Tenant } from "../store/rows.ts";
import type { Verb } from "./typed.ts";
import type { FetchFile, UsageReader } from "./usage-file.ts";

/** What a chat adapter brings along: how much it can show, how it posts, and what its command is called. */
export type AppPorts = Omit<BotPorts, "counter"> & {
  bot: Bot;
  /** The advisor as it was on a day, for what was decided then. */
  advisorOn: (day: string, tenant?: Tenant) => Advisor;
  /** Loads what a tenant has read again of the facts, before anything is answered there. Left out: nothing is loaded. */
  refresh?: (tenant: Tenant) => Promise<void>;
  /**
   * `form`: a page of the conversation. `answer`: what is told to one person. `card`: what is posted. `buttonValue`:
   * how many characters a button can carry besides what it does.
   */
  limits: { form: Limits; answer: Limits; card: Limits; buttonValue: number };
  /** Resolves when this request may be begun: many at once must not hold up the event loop together. */
  turn: () => Promise<void>;
  /** For estimates that are too much for the event loop. */
  estimator: Estimator;
  /** How a person types a verb with what belongs to it, on this platform. */
  typed: (verb: Verb | "", rest: string) => string;
  /** Whether a button asks what is to be asked before it acts. Where it cannot, a screen asks. */
  asksItself: boolean;
  /** Whether the answers so far stand above every page. */
  recall?: boolean;
  /** Whether the team's usual channel may be preselected. False where only picking it tells who may write there. */
  offersUsual?: boolean;
  /** Whether everybody in a tenant can read a channel, where a platform tells that of any. Left out: `Place.open` says it. */
  isOpen?: (tenant: Tenant, channel: string) => boolean;
  /** Whether a file can be given to the one person who asked. Where it cannot, its lines are told. */
  givesFiles?: boolean;
  /** Reads usage exports. Left out, as `fetchFile` may be: none are taken. */
  usage?: UsageReader;
  /** How a file comes that somebody hands over here. */
  fetchFile?: FetchFile;
  /** Brings out what waits, now; resolves when it was tried. */
  deliver: () => Promise<unknown>;
  /** Draws charts as one PNG. Left out: cards have no picture. */
  draw?: (charts: readonly Chart[]) => Promise<Uint8Array>;
  /** Where a posted message can be opened; null where that cannot be said. */
  linkTo: (post: Post) => Promise<string | null>;
  /** What this chat answered to a post, in a sentence, by what its sender kept of it. */
  chatWords: ChatWords;
};

/** Why a post waits or did not arrive, in words; empty where nobody knows. */
export function whyText({ reason }: Pick<Post, "reason">, { chatWords }: Pick<AppPorts, "chatWords">): string {
  return reason === null ? "" : reasonText(reason, chatWords);
}

/** Where a card stands, as its platform says. */
export type CardPlace = { channel: string; reference: string };

/** Where somebody asked from: what a channel is preselected by. Null in places that are none. */
export type Place = {
  channel: string | null;
  /** Everybody in the tenant can read that channel: the platform says so. */
  open?: boolean;
  /** The channel that they are in, where that is none to post to. */
  from?: string | null;
  /** The message of ours on which a button was pressed, where all of its channel sees it. */
  card?: CardPlace | null;
  /** The thread there, where it was one. What goes into this channel then goes into it. */
  thread?: string | null;
  /** There is nowhere to post to from here, as in a direct message: the card can be copied. */
  nowhere?: boolean;
};

/** What is told outside of a conversation. */
export function infoScreen(id: string, title: string, body: Block[], actions: Screen["actions"] = []): Screen {
  return { id, title, step: null, body, fields: [], actions };
}

export function textBlock(words: string): Block {
  return { block: "text", text: words };
}
