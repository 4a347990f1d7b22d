import { z } from "zod";
import { faults, workFaults } from "./messages.ts";

/** A model as prices know it: `vendor:model`. */
export const model = z
  .string()
  .max(120, faults.tooLong)
  .regex(/^[a-z]+:[\w][\w.@/-]*$/i, workFaults.model);
