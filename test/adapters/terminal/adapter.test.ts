import { renderBlocks } from "../../../adapters/terminal/render.ts";
import { adapterSuite } from "../../suites/adapter.ts";

const layout = { width: 80, colour: false };
const endless = { characters: 1_000_000, blocks: 10_000, text: 100_000 };
const leftOut = "a terminal asks one field after the other: test/terminal/pty.test.ts plays that on a real one";

/** The characters that a terminal would obey, but for the end of a line. */
const commands = (text: string) =>
  [...text].filter((each) => each !== "\n" && /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(each));

adapterSuite<string>("the terminal", {
  platform: "terminal",
  limits: { form: endless, answer: endless, card: endless },
  show: ({ screen }) => `${renderBlocks([{ block: "text", text: screen.title }, ...screen.body], layout)}`,
  card: (title, blocks) => renderBlocks([{ block: "heading", text: title }, ...blocks], layout),
  problems: () => [],
  texts: (shown) => [shown],
  active: commands,
  answer: { leftOut },
  foreign: { leftOut: "nobody but its own person can send anything to a terminal" },
});
