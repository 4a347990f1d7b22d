import type { Limits } from "#core";

/** What Slack takes, in characters and pieces, from docs.slack.dev (block-kit, surfaces/modals) as read on 2026-11-20. */
export const most = {
  title: 24,
  button: 24,
  text: 3_000,
  header: 150,
  label: 2_000,
  hint: 2_000,
  placeholder: 150,
  option: 75,
  radio: 10,
  /** So many options stand open; more are a list that opens. Ours: nobody reads ten lines to find one. */
  open: 6,
  options: 100,
  groups: 100,
  buttonText: 75,
  buttonsInRow: 25,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  alert: 200,
  alt: 2_000,
  tableRows: 100,
  tableColumns: 20,
  /** A fallback text is cut here. */
  fallback: 40_000,
  typed: 3_000,
  /** More than can be chosen in any list of ours. */
  chosen: 200,
} as const;

/** A page of the conversation: fields, buttons and the step take up to thirty blocks besides. */
export const form: Limits = { characters: 24_000, blocks: 200, text: 2_800 };
/** Told to one person, as a message or in a modal. A message holds about 13,200 characters of blocks; some room is kept. */
export const answer: Limits = { characters: 9_000, blocks: 120, text: 2_800 };
export const card: Limits = { characters: 9_000, blocks: 120, text: 2_800 };
/** A button's value may have 2,000 characters. */
export const buttonValue = 1_900;
