import type { Sender } from "../outbox/dispatcher.ts";
import type { Platform } from "../store/rows.ts";
import type { Check } from "./check.ts";
import type { Follow } from "./follow.ts";
import type { Log } from "./log.ts";
import type { OperatorPages } from "./pages.ts";
import type { AppPorts } from "./ports.ts";
import type { Download } from "./usage-file.ts";

/** Settings as the operating system gives them. */
export type Env = Readonly<Record<string, string | undefined>>;

/** What a command prints, or one line that says what has to be put right. */
export type Output = { text: string } | { misuse: string };

/** A chat adapter while it runs. */
export type ChatAdapter = {
  sender: Sender;
  /** The port that it is set to listen on; null where it listens to none. */
  port: number | null;
  /** Null, or one sentence that says why nothing is heard from the platform now. */
  unheard(): string | null;
  /**
   * Begins to listen, on every interface where `host` is null. Gives the port, or null where nothing is listened to.
   * Throws when the platform cannot be reached or the port is taken.
   */
  start(host: string | null): Promise<number | null>;
  /**
   * Hears nothing more; resolves when what was under way is answered. What is still under way when `limit` is over is cut
   * off.
   */
  stop(limit: Promise<unknown>): Promise<void>;
};

/** What a chat adapter is given by the program. */
export type ChatPorts = Omit<AppPorts, "asksItself" | "chatWords" | "fetchFile" | "limits" | "linkTo" | "typed"> & {
  log: Log;
  /** Fetches files that people hand over. Left out: none are taken. */
  download?: Download;
  /** Follows each interaction, for the log and the figures. Left out: nothing is counted. */
  follow?: Follow;
  /** What is answered beside the platform's requests to whoever looks after the program. Left out: nothing. */
  pages?: OperatorPages;
  /** The adapter cannot go on, for this reason in one line: the program ends. */
  fatal: (reason: string) => void;
};

/** A chat whose settings are right: it can be looked at and opened. What it needs is loaded only then. */
export type ConfiguredChat = {
  open(ports: ChatPorts): Promise<ChatAdapter>;
  /** Whether all is in order as the platform sees it. Throws nothing for what the world does. */
  diagnose(): Promise<Check[]>;
};

/** Something an operator does with a chat from the command line, such as registering its commands. */
export type OperatorVerb = {
  verb: string;
  /** Its only flag with what it takes, such as `--url URL`; null where it has none. */
  flag: { name: string; takes: string } | null;
  /** One line for `help`. */
  help: string;
  /** `value`: what was given to its flag. */
  run(value: string | null, env: Env): Promise<Output>;
};

/** How the program learns of a chat: all that is known of it before it is used. Light to load. */
export type ChatEntry = {
  platform: Platform;
  /** The platform's name as people write it. */
  name: string;
  /** The settings that set it up, for the sentence that asks for them. */
  setUpBy: string;
  /** The name of every setting that it reads. */
  settings: readonly string[];
  /** Null where nothing of this chat is set; else ready to be opened, or one line that says what is wrong. */
  configure(env: Env): ConfiguredChat | null | { problem: string };
  verbs: readonly OperatorVerb[];
};
