import { cancel, confirm, intro, isCancel, outro, select } from "@clack/prompts";
import {
  type Action,
  type Advisor,
  allBlocks,
  applyRetention,
  type Bot,
  clean,
  converse,
  createBot,
  type Event,
  type Field,
  lookUpDetails,
  nameOf,
  type Screen,
  type Standing,
  suggestSellers,
  type TokenCounter,
} from "#core";
import { askChange, askEdit, begun } from "./beginning.ts";
import { showDetails } from "./details.ts";
import { type Layout, wrap } from "./lines.ts";
import type { Terminal } from "./listen.ts";
import { localUser } from "./local-user.ts";
import { toMarkdown } from "./markdown.ts";
import type { TerminalPorts } from "./ports.ts";
import { toJson } from "./printed.ts";
import { promptMessages as words } from "./prompt-messages.ts";
import { askFields } from "./prompts.ts";
import { renderBlocks } from "./render.ts";
import { save } from "./save.ts";

/**
 * The guided conversation, from the first question, from one line, or from where it was left, to a recommendation that is kept or saved.
 * Every page is kept as it is answered. Returns the exit code.
 */
export async function runConversation(terminal: Terminal, ports: TerminalPorts, line: string | null): Promise<number> {
  intro(words.intro);
  const advisor = await ports.openAdvisor(ports.today);
  let counter: Promise<TokenCounter> | undefined;
  const store = await ports.openStore();
  await applyRetention(store, ports.now());
  const bot = createBot({
    store,
    advisor: () => advisor,
    now: ports.now,
    newId: ports.newId,
    counter: () => {
      counter ??= ports.openCounter();
      return counter;
    },
  });
  try {
    return await converseWith(bot, terminal, advisor, ports.today, line);
  } finally {
    await store.close();
    await (await counter)?.close();
  }
}

async function converseWith(
  bot: Bot,
  terminal: Terminal,
  advisor: Advisor,
  today: string,
  line: string | null,
): Promise<number> {
  const first = await begun(bot, advisor, line);
  if (first === "left") return leave();
  let reply = first;
  let opened = false;
  for (;;) {
    const { screen, ticket, standing, notice } = reply;
    if (notice !== null) terminal.print(`\n${wrap(notice, terminal.layout.width, "")}`);
    terminal.print(renderScreen(screen, terminal.layout));
    if (ticket === null || standing === null) return 2;
    const turn = { screen, ...standing };
    const event: Event | "left" | "done" | "keep" =
      screen.id === "review" ? await review(terminal, advisor, turn, today) : await page(advisor, turn, !opened);
    if (event === "left") return leave();
    if (event === "done") {
      outro(words.done);
      return 0;
    }
    if (event === "keep") {
      const made = await bot.decide(localUser, ticket, []);
      if ("decision" in made) {
        outro(words.kept(clean(nameOf(made.decision))));
        return 0;
      }
      reply = made;
      continue;
    }
    opened = event.event === "open";
    reply = await bot.act(localUser, ticket, event);
  }
}

function leave(): number {
  cancel(words.left);
  return 0;
}

function renderScreen({ step, title, body }: Screen, layout: Layout): string {
  const where = step === null ? "" : words.step(step);
  const head = wrap(`${where}${title}`, layout.width, "");
  return `\n${head}\n${renderBlocks(body, layout)}\n`;
}

type Turn = Standing & { screen: Screen };

/** `asksChange`: whether what a line said may be changed first. */
async function page(advisor: Advisor, turn: Turn, asksChange: boolean): Promise<Event | "left"> {
  const { screen } = turn;
  const has = (act: Action["action"]) => screen.actions.some(({ action }) => action === act);
  const changed = asksChange ? await askChange(screen.fields) : null;
  if (changed === "left") return "left";
  if (changed !== null) return { event: "open", page: changed.change };
  const asked = await askFields(
    screen.fields.filter((field) => field.instant === undefined),
    { back: has("back"), show: has("show") },
    (field, value) => problemOf(advisor, turn, field, value),
    (field, typed) => suggestSellers(field.id, typed, advisor.market, Number.POSITIVE_INFINITY).map(({ id }) => id),
  );
  if (asked === "left") return "left";
  const { values, go } = asked;
  return go === "on"
    ? { event: "submit", page: screen.id, values }
    : { event: "press", page: screen.id, action: go, values };
}

/** What the core would say of one line that is typed. Parts of a larger answer are judged together, at the end. */
function problemOf(advisor: Advisor, { draft, screen }: Turn, field: Field, value: string): string | undefined {
  if (!advisor.checklist.questions.some(({ id }) => id === field.id)) return undefined;
  const tried = converse(advisor, draft, { event: "submit", page: screen.id, values: { [field.id]: value } });
  return tried.screen.fields.find((each) => each.id === field.id)?.problem ?? undefined;
}

type Choice = "keep" | "details" | "markdown" | "json" | "edit" | "back" | "restart" | "done";

async function review(
  terminal: Terminal,
  advisor: Advisor,
  turn: Turn,
  today: string,
): Promise<Event | "left" | "done" | "keep"> {
  const { draft, result, screen } = turn;
  for (;;) {
    const choice = await select<Choice>({
      message: words.next,
      options: [
        { value: "keep", label: words.choices.keep },
        { value: "details", label: words.choices.details },
        { value: "markdown", label: words.choices.markdown },
        { value: "json", label: words.choices.json },
        { value: "edit", label: words.choices.edit },
        { value: "back", label: words.choices.back },
        { value: "restart", label: words.choices.restart },
        { value: "done", label: words.choices.done },
      ],
    });
    if (isCancel(choice)) return "left";
    if (choice === "done" || choice === "keep") return choice;
    if (choice === "restart" && !(await isSure(screen))) continue;
    if (choice === "back" || choice === "restart") return { event: "press", page: screen.id, action: choice };
    if (choice === "details") {
      if (!(await showDetails(lookUpDetails(draft.answers, advisor), terminal))) return "left";
      continue;
    }
    if (choice === "edit") {
      const question = await askEdit(screen.fields);
      if (question === "left") return "left";
      if (question !== null) return { event: "open", page: question.change };
      continue;
    }
    const content =
      choice === "json"
        ? `${toJson({ answers: draft.answers, result })}\n`
        : toMarkdown(screen.title, allBlocks(lookUpDetails(draft.answers, advisor)));
    if (!(await save(terminal, `aicost-${today}.${choice === "json" ? "json" : "md"}`, content))) return "left";
  }
}

/** Starting again deletes what was answered: a slip of the key must not. */
async function isSure({ actions }: Screen): Promise<boolean> {
  const { ask = "", label = "" } = actions.find(({ action }) => action === "restart") ?? {};
  return (await confirm({ message: ask, active: label, inactive: words.no, initialValue: false })) === true;
}
