import { z } from "zod";
import { amount, name } from "./amounts.ts";
import { faults, workFaults } from "./messages.ts";

const accepted = amount({ over: "0", most: "1000000000" });
const acceptanceRate = amount({ over: "0", most: "1" });
const resolution = z
  .string()
  .max(20, faults.tooLong)
  .regex(/^(\d{3,4}p|\d{1,2}k|\d{2,5}x\d{2,5})$/i, workFaults.size)
  .transform((written) => written.toLowerCase());

/** Finished clips or pictures, per month. */
export const media = z
  .strictObject({
    kind: z.literal("media"),
    output: z.enum(["video", "image"]),
    accepted,
    acceptanceRate,
    failureRate: amount({ under: "1" }).optional(),
    seconds: amount({ over: "0", most: "3600" }).optional(),
    resolution: resolution.optional(),
    audio: z.boolean().optional(),
    variant: name.optional(),
  })
  .refine(({ output, seconds }) => output !== "video" || seconds !== undefined, {
    path: ["seconds"],
    message: workFaults.noClipLength,
  });

export const voice = z.strictObject({
  kind: z.literal("voice"),
  characters: amount({ over: "0" }),
  takes: amount({ over: "0", most: "1000" }),
});

export const music = z.strictObject({ kind: z.literal("music"), accepted, acceptanceRate, commercial: z.boolean() });

export const images = z.strictObject({ kind: z.literal("images"), accepted, acceptanceRate, resolution });
