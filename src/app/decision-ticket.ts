/** What a form about a kept decision carries, where one of the conversation carries its ticket. */
const version = "d1";

export function writeDecisionTicket(id: string): string {
  return `${version}.${id}`;
}

/** The decision that a form was about; null for a ticket of the conversation, or anything else. */
export function readDecisionTicket(text: string): string | null {
  return /^d1\.([\w-]{1,64})$/.exec(text)?.[1] ?? null;
}
