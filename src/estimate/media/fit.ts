import type { Drain, PlainDate, Row } from "#pricing";
import type { Decimal } from "../../quantity/money.ts";
import type { Ask } from "./ask.ts";

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
  if (drain.until !== undefined && day > drain.until) fit.refusals.push(`${model} was shut down after ${drain.until}`);
  if (drain.closedSince !== undefined && day >= drain.closedSince)
    fit.refusals.push(`${model} is closed to new users since ${drain.closedSince}`);
  if (ask.commercial === true && row.rights.answer === "no") fit.refusals.push("it gives no commercial rights");
  if (ask.commercial === true && row.rights.answer === null) fit.assumed.push("that it gives commercial rights");
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
  if (drain.resolution === null) fit.assumed.push(`that it makes ${resolution}`);
  else if (!sameSize(drain.resolution, resolution)) fit.changes.push(`${drain.resolution} instead of ${resolution}`);
}

function fitSound(fit: Fit, { audio, output }: Ask): void {
  const { drain } = fit;
  if (output !== "video" || audio === undefined) return;
  if (audio && drain.audio === "silent") fit.refusals.push("it is silent");
  if (audio && drain.audio === null) fit.assumed.push("that sound is part of the rate");
  if (!audio && drain.audio === "native") fit.assumed.push("that a clip with sound serves as well");
}

function fitLength(fit: Fit, seconds: Decimal): void {
  const { drain } = fit;
  const asked = Number(seconds.toFixed());
  const lengths = drain.clipSeconds;
  if (lengths !== null && !lengths.includes(asked)) {
    const longer = lengths.filter((each) => each > asked).sort((a, b) => a - b)[0];
    if (longer !== undefined) fit.changes.push(`a clip of ${longer} seconds instead of ${asked}`);
    else fit.refusals.push(`its clips last at most ${Math.max(...lengths)} seconds`);
  }
  const whole = drain.per === "generation" || drain.per === "clip";
  if (whole && lengths === null && drain.clipRange === undefined)
    fit.assumed.push(`that one ${drain.per} makes ${asked} seconds`);
  if (drain.clipRange !== undefined && (asked < drain.clipRange.from || asked > drain.clipRange.to))
    fit.refusals.push(`its clips last ${drain.clipRange.from} to ${drain.clipRange.to} seconds`);
}
