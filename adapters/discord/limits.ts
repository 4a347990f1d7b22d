import type { Limits } from "#core";
import { width } from "./text.ts";

/** What Discord takes, from its developer documentation as read on 2026-11-20. */
export const most = {
  /** Of all texts of a message together. */
  text: 4_000,
  id: 100,
  button: 80,
  buttonsInRow: 5,
  rows: 5,
  options: 25,
  choice: 100,
  placeholder: 100,
  radio: 10,
  /** So many options stand open; more are a list that opens. Ours: nobody reads ten lines to find one. */
  open: 6,
  fields: 5,
  modalTitle: 45,
  label: 45,
  description: 100,
  typed: 4_000,
  suggestions: 25,
  nonce: 25,
  /** Of the words beside a picture. */
  alt: 1_024,
} as const;

/** The questions, the step and a notice have the rest of the message. */
export const form: Limits = { characters: 2_200, blocks: 200, text: 2_000, width };
export const answer: Limits = { characters: 3_400, blocks: 200, text: 3_000, width };
export const card: Limits = { characters: 3_800, blocks: 200, text: 3_000, width };
