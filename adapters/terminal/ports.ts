import type {
  Advisor,
  Chart,
  Check,
  Env,
  NewReading,
  OperatorVerb,
  Output,
  PageReader,
  Store,
  TokenCounter,
} from "#core";

/** What the verbs need from outside: the day, the advisor on a day, and the program's version. */
export type TerminalPorts = {
  today: string;
  version: string;
  env: Env;
  /** With what was read again on this installation. */
  openAdvisor: (asOf: string) => Advisor | Promise<Advisor>;
  /** With what was known on that day, and nothing later; a sentence where nothing was. */
  openAdvisorThen: (asOf: string) => Advisor | { problem: string } | Promise<Advisor | { problem: string }>;
  /** By the files of the catalogue alone. */
  openShipped: (asOf: string) => Advisor;
  /** Charts as one PNG, or why there is none. */
  draw: (charts: readonly Chart[]) => Promise<Uint8Array | { undrawn: "slow" | "failed" | "busy" | "closed" }>;
  openCounter: () => Promise<TokenCounter>;
  openStore: () => Promise<Store>;
  /** Whether there is a store; opening one that is not there makes it. */
  hasStore: () => Promise<boolean>;
  /** What looks after the facts of the catalogue. */
  facts: {
    /** Opens the net for the hosts of these pages. Nothing else does. */
    openReader: (pages: readonly string[]) => Promise<PageReader>;
    /** Proposes readings as a change to the files of the catalogue. */
    write: (readings: readonly NewReading[]) => Promise<Output>;
  };
  now: () => number;
  newId: () => string;
  /** What has to do with chats; the terminal only begins it. */
  chats: {
    /** Answers in the chats that are set up, until it is told to stop. `say` is for what a person should see at start. */
    serve(say: (line: string) => void): Promise<Output>;
    /** What was looked at, or one line that says why nothing could be. */
    doctor(): Promise<readonly Check[] | { misuse: string }>;
    /** What each chat brings along for operators. */
    verbs: readonly OperatorVerb[];
  };
};
