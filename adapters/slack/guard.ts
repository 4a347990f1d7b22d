import type { IncomingMessage } from "node:http";
import type { Moment } from "#core";

const skew = 300;

/**
 * What Bolt leaves open, put right before it looks: a time too far ahead is refused as one too far back is, and a form
 * whose type names its charset is a form. False: answer 401.
 */
export function admit(request: IncomingMessage, now: Moment): boolean {
  const type = request.headers["content-type"];
  if (type !== undefined) request.headers["content-type"] = (type.split(";")[0] ?? "").trim().toLowerCase();
  const sent = Number(request.headers["x-slack-request-timestamp"]);
  return Number.isNaN(sent) || sent - now / 1_000 <= skew;
}
