import { z } from "zod";

/** A model as prices know it: `vendor:model`. */
export const model = z
  .string()
  .max(120, "is too long")
  .regex(/^[a-z]+:[\w][\w.@/-]*$/i, "must be written vendor:model");
