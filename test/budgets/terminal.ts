import { openStore } from "../../adapters/sql/index.ts";
import { runConversation } from "../../adapters/terminal/conversation.ts";
import type { TerminalPorts } from "../../adapters/terminal/ports.ts";
import { advisorOn } from "../advisor.ts";
import { play, type Script } from "../conversation/play.ts";
import { enter, keysOf, type Person } from "../wire/terminal-person.ts";
import type { Move, Surface, Walk } from "./surface.ts";

/** What is asked beside the pages of the conversation. */
const beside = /^(What next\?|What do you need AI for)/;

/** What somebody meets at a terminal who answers so: the real prompts, drawn into memory, as each stands there at first. */
export async function walkTerminal(
  person: Person,
  script: Script,
  day: string,
  moves: readonly Move[] = [],
): Promise<Walk> {
  const advisor = advisorOn(day);
  // A prompt says what it asks and not which field it is.
  const labels = play(advisor, script).screens.flatMap(({ fields }) =>
    fields.map(({ id, label }) => [label, id] as const),
  );
  const fieldOf = (message: string) => labels.find(([label]) => message.startsWith(label))?.[1] ?? "";
  const pages: Surface[] = [];
  const opening: string[] = [];
  let lines = opening;
  const print = (text: string) => {
    const title = /^\s*(?:Route|Unit|Ownership|Expiry|Workload|Review): (.*)$/m.exec(text)?.[1];
    if (pages.length > 40) throw new Error(`stuck on ${title}`);
    if (title !== undefined) {
      lines = [];
      pages.push({ title, lines, fields: 0, blocks: 0 });
    }
    lines.push(text.trim());
  };
  person.saw = (text, prompt) => {
    lines.push(text.trimEnd());
    const page = pages.at(-1);
    if (page !== undefined && prompt !== null && !beside.test(prompt.message)) page.fields++;
  };
  person.keysFor = (prompt) => {
    if (prompt.message.startsWith("What next?")) return keysOf(prompt, "done");
    if (beside.test(prompt.message)) return enter;
    const move = moves[pages.length - 1] ?? "on";
    // The first page has nothing to go back to, and nothing is known there.
    const way = move === "back" ? "<" : ">";
    const offered = prompt.kind === "text" ? prompt.placeholder.includes(`${way} `) : prompt.options.includes(way);
    if (move !== "on" && offered) return keysOf(prompt, way);
    return keysOf(prompt, script[fieldOf(prompt.message)]);
  };
  const ports: Partial<TerminalPorts> = {
    today: day,
    openAdvisor: () => advisor,
    openStore: () => openStore({ file: ":memory:", now: Date.now }),
    draw: () => Promise.reject(new Error("nothing is drawn")),
    openCounter: () => Promise.reject(new Error("nothing was pasted")),
    now: Date.now,
    newId: () => "id",
  };
  const layout = { width: person.columns, colour: false };
  await runConversation({ argv: [], interactive: true, layout, print, complain: print }, ports as TerminalPorts, null);
  const result = pages.pop();
  if (result === undefined) throw new Error("no page was shown");
  return { opening, pages, result, card: null, aloud: null };
}
