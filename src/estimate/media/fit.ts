import type { Drain, PlainDate, Row } from "#pricing";
import type { Decimal } from "../../quantity/money.ts";
import type { Ask } from "./ask.ts";
import { fitWords as words } from "./messages.ts";

/** How well one rate of a wallet fits what is asked. Only what a page states can rule it out. */
export type Fit = {
  drain: Drain;
  /** Stated differences that a buyer could agree to: another resolution, another length. */
  changes: string[];
  /** Stated differences that make it other work: no sound, a closed model, no rights. */
  refusals: string[];
  /** What no page says, taken as fitting. */
  assumed: string[];
};

export function fitOf(drain: Drain, row: Row, ask: Ask, seconds: Decimal, day: PlainDate): Fit {
  const fit: Fit = { drain, changes: [], refusals: [], assumed: [] };
  const model = drain.model ?? drain.use;
  if (drain.until !== undefined && day > drain.until) fit.refusals.push(words.shutDown(model, drain.until));
  if (drain.closedSince !== undefined && day >= drain.closedSince)
    fit.refusals.push(words.closed(model, drain.closedSince));
  if (ask.commercial === true && row.rights.answer === "no") fit.refusals.push(words.noRights);
  if (ask.commercial === true && row.rights.answer === null) fit.assumed.push(words.rightsAssumed);
  fitResolution(fit, ask);
  fitSound(fit, ask);
  if (ask.output === "video") fitLength(fit, seconds);
  return fit;
}

/** Names for one size: what one vendor calls 1k another writes in pixels. */
const sizes: Readonly<Record<string, string>> = {
  "1024x1024": "1k",
  "2048x2048": "2k",
  "4096x4096": "4k",
  "2160p": "4k",
};

export function sameSize(one: string, other: string): boolean {
  return (sizes[one] ?? one) === (sizes[other] ?? other);
}

function fitResolution(fit: Fit, { resolution }: Ask): void {
  const { drain } = fit;
  if (resolution === undefined) return;
  if (drain.resolution === null) fit.assumed.push(words.sizeAssumed(resolution));
  else if (!sameSize(drain.resolution, resolution)) fit.changes.push(words.otherSize(drain.resolution, resolution));
}

function fitSound(fit: Fit, { audio, output }: Ask): void {
  const { drain } = fit;
  if (output !== "video" || audio === undefined) return;
  if (audio && drain.audio === "silent") fit.refusals.push(words.silent);
  if (audio && drain.audio === null) fit.assumed.push(words.soundAssumed);
  if (!audio && drain.audio === "native") fit.assumed.push(words.silenceAssumed);
}

function fitLength(fit: Fit, seconds: Decimal): void {
  const { drain } = fit;
  const asked = Number(seconds.toFixed());
  const lengths = drain.clipSeconds;
  if (lengths !== null && !lengths.includes(asked)) {
    const longer = lengths.filter((each) => each > asked).sort((a, b) => a - b)[0];
    if (longer !== undefined) fit.changes.push(words.longerClip(longer, asked));
    else fit.refusals.push(words.longestClip(Math.max(...lengths)));
  }
  const whole = drain.per === "generation" || drain.per === "clip";
  if (whole && lengths === null && drain.clipRange === undefined)
    fit.assumed.push(words.lengthAssumed(drain.per, asked));
  if (drain.clipRange !== undefined && (asked < drain.clipRange.from || asked > drain.clipRange.to))
    fit.refusals.push(words.clipLengths(drain.clipRange.from, drain.clipRange.to));
}
