import { cancel, intro, isCancel, outro, select, text } from "@clack/prompts";
import {
  type Advisor,
  advise,
  converse,
  countPasted,
  type Event,
  emptyDraft,
  type Field,
  type Screen,
  type TokenCounter,
  type Turn,
} from "#core";
import type { Terminal } from "./listen.ts";
import { toMarkdown } from "./markdown.ts";
import { askFields } from "./prompts.ts";
import { type Paper, renderBlocks, wrap } from "./render.ts";
import { saveNew } from "./save.ts";
import type { Desk } from "./verbs.ts";

/** The guided conversation, from the first question to a saved recommendation. Returns the exit code. */
export async function talk(terminal: Terminal, { today, openAdvisor, openCounter }: Desk): Promise<number> {
  const advisor = openAdvisor(today);
  let counter: Promise<TokenCounter> | undefined;
  intro("aicost: how to pay for AI work");
  let turn = converse(advisor, emptyDraft, { event: "start" });
  for (;;) {
    const { screen } = turn;
    terminal.print(renderScreen(screen, terminal.paper));
    const event = screen.id === "review" ? await review(terminal, advisor, turn, today) : await page(advisor, turn);
    if (event === "done") {
      outro("Done.");
      return 0;
    }
    if (event === "left") {
      cancel("Left. Nothing was posted, and nothing was kept.");
      return 0;
    }
    if (event.event === "submit") {
      event.values = await countPasted(turn.draft, event.values, () => {
        counter ??= openCounter();
        return counter;
      });
    }
    turn = converse(advisor, turn.draft, event);
  }
}

function renderScreen({ step, title, body }: Screen, paper: Paper): string {
  const head = wrap(`Step ${step.at} of ${step.of} - ${step.name}: ${title}`, paper.width, "");
  return `\n${head}\n${renderBlocks(body, paper)}\n`;
}

async function page(advisor: Advisor, { draft, screen }: Turn): Promise<Event | "left"> {
  const mayGoBack = screen.actions.some((each) => each.action === "back");
  const asked = await askFields(screen.fields, mayGoBack, (field, value) =>
    problemOf(advisor, { draft, screen }, field, value),
  );
  if (asked === "left") return "left";
  if (asked === "back") return { event: "press", page: screen.id, action: "back" };
  return { event: "submit", page: screen.id, values: asked.values };
}

/** What the core would say of one line that is typed. Parts of a larger answer are judged together, at the end. */
function problemOf(advisor: Advisor, { draft, screen }: Turn, field: Field, value: string): string | undefined {
  if (field.id.includes(".")) return undefined;
  const tried = converse(advisor, draft, { event: "submit", page: screen.id, values: { [field.id]: value } });
  return tried.screen.fields.find((each) => each.id === field.id)?.problem ?? undefined;
}

type Choice = "markdown" | "json" | "edit" | "back" | "restart" | "done";

async function review(
  terminal: Terminal,
  advisor: Advisor,
  turn: Turn,
  today: string,
): Promise<Event | "left" | "done"> {
  const { draft, screen } = turn;
  for (;;) {
    const choice = await select<Choice>({
      message: "What next?",
      options: [
        { value: "markdown", label: "Save as Markdown" },
        { value: "json", label: "Save as JSON" },
        { value: "edit", label: "Change an answer" },
        { value: "back", label: "Back" },
        { value: "restart", label: "Start again" },
        { value: "done", label: "Done" },
      ],
    });
    if (isCancel(choice)) return "left";
    if (choice === "done") return "done";
    if (choice === "back" || choice === "restart") return { event: "press", page: screen.id, action: choice };
    if (choice === "edit") {
      const asked = await askFields(screen.fields, true, () => undefined);
      if (asked === "left") return "left";
      const question = asked === "back" ? null : asked.values.edit;
      if (typeof question === "string") return { event: "open", page: question };
      continue;
    }
    const content =
      choice === "json"
        ? `${JSON.stringify({ answers: draft.answers, result: advise(advisor, draft.answers) }, null, 2)}\n`
        : toMarkdown(screen.title, screen.body);
    if (!(await save(terminal, `aicost-${today}.${choice === "json" ? "json" : "md"}`, content))) return "left";
  }
}

/** Asks for a name and writes; false when the person left. */
async function save(terminal: Terminal, name: string, content: string): Promise<boolean> {
  const file = await text({
    message: "Under which name?",
    initialValue: name,
    validate: (value) => (value?.trim() ? undefined : "A name is needed."),
  });
  if (isCancel(file)) return false;
  const saved = saveNew(file.trim(), content);
  terminal.print("saved" in saved ? `Saved: ${saved.saved}` : saved.problem);
  return true;
}
