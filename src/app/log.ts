/** Where an adapter says what happened. Never a token, and never what people typed. */
export type Log = {
  info(words: string, details?: unknown): void;
  warn(words: string, details?: unknown): void;
  /** A bug, or what nobody could handle: written down once. Returns the reference that the person is shown. */
  fault(error: unknown): string;
};
