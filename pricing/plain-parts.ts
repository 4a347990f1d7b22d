import { z } from "zod";
import { isPlainDate } from "./dates.ts";

export const text = z.string().trim().min(1);
export const decimal = z.string().regex(/^\d+(\.\d+)?$/, "an amount is a decimal string such as 8.80");
export const plainDate = z.string().refine(isPlainDate, "a date is YYYY-MM-DD and exists");
export const url = z.url({ protocol: /^https?$/ });
export const confidence = z.enum(["high", "medium", "low"]);
