/** What a button or a form about one fact carries: the fact's code, and the Details that it was opened from. */
export type FactTarget = { fact: string; of: string };

const version = "f1";

export function writeFact(fact: string, of: string): string {
  return `${version}~${fact}~${of}`;
}

/** The same read back; null for anything else. */
export function readFact(text: string): FactTarget | null {
  const [, fact, of] = /^f1~([a-z0-9]{1,12})~([^~\s]{1,80})$/.exec(text) ?? [];
  return fact === undefined || of === undefined ? null : { fact, of };
}
