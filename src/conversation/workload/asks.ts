import type { FieldOption } from "../../screen/screen.ts";
import type { WorkKind } from "./kind.ts";

/** One thing asked about the work: its place in the answer, what is asked, and what is taken when it is left empty. */
export type Ask = { part: string; label: string; hint: string; options?: FieldOption[]; share?: true; length?: true };

/** The parts that stand on the second page of a text workload. */
export const lengthParts = ["systemTokens", "userTokens", "answerTokens"];

const accepted = (what: string): Ask => ({
  part: "accepted",
  label: `How many ${what} do you keep a month?`,
  hint: "Such as 20, or 20-50.",
});
const share: Ask = {
  part: "acceptanceRate",
  label: "Of 100 made, how many do you keep?",
  hint: "If empty: 50.",
  share: true,
};
const choice = (...pairs: [id: string, label: string][]): FieldOption[] => pairs.map(([id, label]) => ({ id, label }));

/** What is asked about each kind of work, in its order. A form in Discord shows 45 letters of a label. */
export const asks: Record<WorkKind, Ask[]> = {
  text: [
    {
      part: "conversations",
      label: "How many chats or requests a month?",
      hint: "Such as 5000, 3000-8000, or 100 a day.",
    },
    {
      part: "model",
      label: "Which model?",
      hint: "If empty: the cheapest current one.",
      options: [],
    },
    {
      part: "turns",
      label: "How many turns does each have?",
      hint: "A question and its answer are one turn. If empty: 1.",
    },
    {
      part: "history",
      label: "How much history is sent again each turn?",
      hint: "If empty: all of it.",
      options: choice(["full", "All of it"], ["last3", "The last 3 turns"], ["none", "Nothing"]),
    },
    {
      part: "systemTokens",
      label: "How long are the fixed instructions?",
      hint: "Such as 2 pages or 300 words, or paste the text. If empty: 1 page.",
      length: true,
    },
    {
      part: "userTokens",
      label: "How long is a question with its attachments?",
      hint: "Such as 100 words, or paste one. If empty: 100 words.",
      length: true,
    },
    {
      part: "answerTokens",
      label: "How long is an answer?",
      hint: "Such as 200 words, or paste one. If empty: 200 words.",
      length: true,
    },
  ],
  media: [
    accepted("clips"),
    share,
    { part: "seconds", label: "How many seconds is a clip?", hint: "If empty: 8." },
    {
      part: "resolution",
      label: "Which resolution?",
      hint: "If empty: 1080p.",
      options: choice(["720p", "720p"], ["1080p", "1080p"], ["4k", "4K"]),
    },
    {
      part: "audio",
      label: "Should the AI make the sound too?",
      hint: "If empty: silent.",
      options: choice(["yes", "With sound"], ["no", "Silent"]),
    },
  ],
  images: [
    accepted("pictures"),
    share,
    {
      part: "resolution",
      label: "Which size?",
      hint: "If empty: 1k (1024 by 1024).",
      options: choice(["1k", "1k"], ["2k", "2k"], ["4k", "4k"]),
    },
  ],
  voice: [
    {
      part: "characters",
      label: "How many characters of speech a month?",
      hint: "As finished speech. A page has about 3,000.",
    },
    { part: "takes", label: "How many takes does each passage need?", hint: "If empty: 2." },
  ],
  music: [accepted("songs"), share],
  seats: [
    { part: "people", label: "How many people use it normally?", hint: "If empty: the seats you gave." },
    {
      part: "units",
      label: "How many units does each use a month?",
      hint: "In the unit of the seat, such as 500 credits.",
    },
    { part: "heavyPeople", label: "How many people use much more?", hint: "If empty: nobody." },
    { part: "heavyUnits", label: "How many units does each of those use?", hint: "If empty: as many as the others." },
  ],
};

/** The amount of each kind without which there is nothing to estimate: left empty, no estimate is wanted. */
export const needed: Record<WorkKind, string> = {
  text: "conversations",
  media: "accepted",
  images: "accepted",
  voice: "characters",
  music: "accepted",
  seats: "units",
};
