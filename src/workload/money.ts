import { z } from "zod";
import { amount, day, exactAmount, name } from "./amounts.ts";
import { workFaults } from "./messages.ts";

const count = { whole: true, least: "1", most: "1000000000" } as const;

/** A team on seats: how much each group of people uses in a month, in the unit of the seat. */
export const seats = z.strictObject({
  kind: z.literal("seats"),
  product: name,
  usage: z
    .array(z.strictObject({ people: amount(count), units: amount() }))
    .min(1, workFaults.noGroup)
    .max(50, workFaults.manyGroups),
});

export const prepaid = z.strictObject({
  kind: z.literal("prepaid"),
  wallet: name,
  purchase: amount({ over: "0" }),
  lifeMonths: amount({ over: "0", most: "600" }),
  burnPerMonth: amount(),
});

export const lots = z.strictObject({
  kind: z.literal("lots"),
  wallet: name,
  lots: z
    .array(
      z
        .strictObject({ amount: exactAmount({ over: "0" }), bought: day, expires: day })
        .refine((lot) => lot.bought <= lot.expires, { path: ["expires"], message: workFaults.expiresFirst }),
    )
    .min(1, workFaults.noLot)
    .max(200, workFaults.manyLots),
  burnPerMonth: amount(),
  from: day,
});

/** A flat plan against a meter that costs so much for one use. */
export const flat = z.strictObject({
  kind: z.literal("flat"),
  plan: name,
  usdPerUse: amount({ over: "0" }),
  cap: amount(),
  use: z.enum(["own", "customers", "unattended"]),
});
