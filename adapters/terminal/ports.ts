import type { Advisor, Check, Env, OperatorVerb, Output, Store, TokenCounter } from "#core";

/** What the verbs need from outside: the day, the advisor on a day, and the program's version. */
export type TerminalPorts = {
  today: string;
  version: string;
  env: Env;
  openAdvisor: (asOf: string) => Advisor;
  /** With what was known on that day, and nothing later; a sentence where nothing was. */
  openAdvisorThen: (asOf: string) => Advisor | { problem: string };
  openCounter: () => Promise<TokenCounter>;
  openStore: () => Promise<Store>;
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
