import type { Who } from "../conversation/bot.ts";
import type { Reply } from "../conversation/reply.ts";
import type { Composed } from "../outbox/composed.ts";
import type { FieldOption } from "../screen/screen.ts";
import type { Post } from "../store/rows.ts";
import type { Place } from "./ports.ts";
import type { Press } from "./press.ts";
import type { Request } from "./request.ts";

/** All that a chat adapter asks for. Every answer is a screen for the one person who asked, and fits what it can show. */
export type App = {
  /** What somebody wants, by whatever way it came. */
  ask(who: Who, request: Request, place: Place): Promise<Reply>;
  /** What was typed: only the verbs that can be typed are understood. */
  typed(who: Who, words: string, place: Place): Promise<Reply>;
  /** Whether what was typed leads into the conversation. Known at once, from the words alone. */
  opensForm(words: string): boolean;
  /** What a button means. */
  press(who: Who, press: Press, place: Place): Promise<Reply>;
  /** The first page at once, without looking whether something waits. */
  first(): Reply;
  home(who: Who): Promise<Reply>;
  /**
   * What somebody may mean who types into a field that can be searched: what it can be answered with; for `plans`, `explain`
   * and `about`, what the command takes there. At most `most`. Needs nothing but the catalogue.
   */
  suggest(field: string, typed: string, most: number): FieldOption[];
  /** What a post in the outbox means now. */
  compose(post: Post): Promise<Composed>;
};
