import type { Result } from "../advice/result.ts";
import type { Block } from "../screen/screen.ts";
import { routeWords } from "./labels.ts";
import { messages } from "./recommendation-messages.ts";

/** One line above every page: what it looks like so far, and what is still possible. */
export function stripBlocks(result: Result): Block[] {
  const [primary, ...others] = result.routes.map(({ route }) => routeWords[route].name);
  const open = result.stillOpen.map((route) => routeWords[route].name);
  if (primary === undefined) return open.length === 0 ? [] : [{ block: "text", text: messages.possible(open) }];
  return [{ block: "text", text: messages.looksLike([primary, ...others], open) }];
}
