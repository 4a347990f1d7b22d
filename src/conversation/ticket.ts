/**
 * What every button and form carries: which draft, which page, and how far the draft was when it was shown. It holds no
 * answer and no secret; whoever presses is checked against the draft's owner.
 */
export type Ticket = { draft: string; page: string; revision: number };

/** The shape of tickets. Another one means: made by another version of the program. */
const version = "a1";
const shape = /^a1\.([\w-]{1,32})\.([\w-]{1,20})\.(\d{1,9})$/;

/** A ticket as text: at most 68 letters, where platforms allow 75 to 100. */
export function writeTicket({ draft, page, revision }: Ticket): string {
  return `${version}.${draft}.${page}.${revision}`;
}

/** Null for anything that is no ticket of this version: whoever shows it has to start again. */
export function readTicket(text: string): Ticket | null {
  const parts = shape.exec(text);
  if (parts === null) return null;
  const [, draft = "", page = "", revision = ""] = parts;
  return { draft, page, revision: Number(revision) };
}

/** The ticket of a first page that is shown before anything is kept. */
export function newTicket(page: string): string {
  return writeTicket({ draft: "new", page, revision: 0 });
}
