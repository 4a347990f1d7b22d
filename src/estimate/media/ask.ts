import { type Band, one } from "../../quantity/band.ts";
import { ceilDivide } from "../../quantity/divide.ts";
import { type Decimal, decimal } from "../../quantity/money.ts";
import type { WorkloadOf } from "../../workload/workload.ts";
import type { At, Inputs } from "../piece.ts";

export type MediaWork = WorkloadOf<"media"> | WorkloadOf<"voice"> | WorkloadOf<"music"> | WorkloadOf<"images">;

/** What is asked of every wallet alike. Undefined: it makes no difference, or nobody said. */
export type Ask = {
  output: "video" | "image" | "voice" | "music";
  resolution: string | undefined;
  audio: boolean | undefined;
  variant: string | undefined;
  commercial: boolean | undefined;
};

/**
 * How much of the work there is. `attempts` are finished generations, accepted or not; `submissions` also count those
 * that fail for technical reasons. Whole numbers, by exact division: 20 / 0.4 is 50.
 */
export type Volume = {
  attempts: Decimal;
  submissions: Decimal;
  accepted: Decimal;
  seconds: Decimal;
  characters: Decimal;
};

export function askOf(work: MediaWork, commercial: boolean | undefined): Ask {
  const none = { resolution: undefined, audio: undefined, variant: undefined, commercial };
  switch (work.kind) {
    case "media":
      return { ...none, output: work.output, resolution: work.resolution, audio: work.audio, variant: work.variant };
    case "images":
      return { ...none, output: "image", resolution: work.resolution };
    case "voice":
      return { ...none, output: "voice" };
    case "music":
      return { ...none, output: "music", commercial: work.commercial || commercial };
  }
}

/**
 * What may vary. Where no page says which end of a published range holds, or whether failed jobs are paid, both ends are
 * taken, and the dearer one is expected: a middle that nobody published would be a guess.
 */
export function mediaInputs(work: MediaWork): Inputs {
  const open = { low: decimal("0"), expected: one, high: one };
  return new Map([...givenInputs(work), ["openRate", open], ["openRefund", open]]);
}

function givenInputs(work: MediaWork): Inputs {
  switch (work.kind) {
    case "media": {
      const { accepted, acceptanceRate, failureRate, seconds } = work;
      return named({ accepted, acceptanceRate, failureRate, seconds });
    }
    case "images":
    case "music":
      return named({ accepted: work.accepted, acceptanceRate: work.acceptanceRate });
    case "voice":
      return named({ characters: work.characters, takes: work.takes });
  }
}

/** `whole`: attempts are rounded up, as nobody makes a part of one; else they are as they were divided. */
export function volumeOf(work: MediaWork, at: At, whole = true): Volume {
  const zero = decimal("0");
  if (work.kind === "voice") {
    const characters = at("characters").times(at("takes"));
    return { attempts: one, submissions: one, accepted: one, seconds: zero, characters };
  }
  const divided = (amount: Decimal, by: Decimal) => (whole ? ceilDivide(amount, by) : amount.div(by).round(12));
  const attempts = divided(at("accepted"), at("acceptanceRate"));
  const failing = work.kind === "media" && work.failureRate !== undefined;
  return {
    attempts,
    submissions: failing ? divided(attempts, one.minus(at("failureRate"))) : attempts,
    accepted: at("accepted"),
    // A part of a second is billed as a whole one.
    seconds: work.kind === "media" && work.seconds !== undefined ? at("seconds").round(0, 3) : zero,
    characters: zero,
  };
}

function named(bands: Record<string, Band | undefined>): Inputs {
  return new Map(Object.entries(bands).flatMap(([name, band]) => (band === undefined ? [] : [[name, band] as const])));
}
