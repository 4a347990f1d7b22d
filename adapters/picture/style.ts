/** A picture is as wide as a phone shows it, and is drawn with twice the dots. */
export const width = 360;
export const density = 2;
export const padding = 14;
export const inner = width - 2 * padding;

export const sizes = { title: 16, name: 13, text: 12, small: 11 };
export const lineHeight = 16;

/** Dark on white: the panel is the picture's own, so that it reads alike on light and dark. */
export const ink = {
  strong: "#1c1e21",
  text: "#3a3f45",
  quiet: "#5d646b",
  grid: "#e3e6e8",
  panel: "#ffffff",
  edge: "#c9ced3",
};

/** Colours that people with any kind of colour vision tell apart (Okabe and Ito), each with a dash of its own. */
export const series = [
  { colour: "#0072b2", dash: [1, 0] },
  { colour: "#d55e00", dash: [7, 3] },
  { colour: "#009e73", dash: [2, 3] },
] as const;

/** What is not the answer steps back. */
export const other = "#9aa3ab";
