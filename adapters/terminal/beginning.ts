import { isCancel, select, text } from "@clack/prompts";
import { type Advisor, type Bot, clean, draftOfLine, type Field, type Reply } from "#core";
import { mostShown } from "./limits.ts";
import { localUser } from "./local-user.ts";
import { promptMessages as words } from "./prompt-messages.ts";

/**
 * The first page: of the conversation that waits, of one that begins with a line, or of the questions. One that waits is never
 * replaced without asking.
 */
export async function begun(bot: Bot, advisor: Advisor, line: string | null): Promise<Reply | "left"> {
  const waiting = await bot.waiting(localUser);
  const fresh = waiting === null ? false : await startsAnew(waiting, line);
  if (fresh === "left") return "left";
  if (waiting !== null && !fresh) return bot.begin(localUser, false);
  const asked = line === null ? await askLine() : { words: line };
  if (asked === "left") return "left";
  if (asked.words.trim() === "") return bot.begin(localUser, fresh);
  const reply = await bot.beginWith(localUser, draftOfLine(asked.words, advisor), fresh);
  // Somebody else at this machine began one in the meantime.
  return "screen" in reply ? reply : bot.begin(localUser, false);
}

/** Whether to begin anew where a conversation waits. */
async function startsAnew(waiting: string, line: string | null): Promise<boolean | "left"> {
  const choice = await select<boolean>({
    message: words.beenHere,
    options: [
      { value: false, label: words.resume(waiting) },
      {
        value: true,
        label: line === null ? words.startOver : words.startWith(clean(line)),
        hint: words.answersGo,
      },
    ],
  });
  return isCancel(choice) ? "left" : choice;
}

async function askLine(): Promise<{ words: string } | "left"> {
  const typed = await text({
    message: words.needFor,
    placeholder: words.needForExample,
  });
  return isCancel(typed) ? "left" : { words: typed ?? "" };
}

/** Which of the answers that stand above the page is to be changed; null: none. */
export async function askChange(fields: readonly Field[]): Promise<{ change: string } | "left" | null> {
  const field = editOf(fields);
  if (field === undefined) return null;
  return chosen(words.isThisRight, [
    { value: "", label: words.goOn },
    ...field.options.map(({ id, label }) => ({ value: id, label: words.change(clean(label)) })),
  ]);
}

/** Which answer is to be opened from the result; null: none after all. */
export async function askEdit(fields: readonly Field[]): Promise<{ change: string } | "left" | null> {
  const field = editOf(fields);
  if (field === undefined) return null;
  return chosen(field.label, [
    ...field.options.map(({ id, label, hint = "" }) => ({ value: id, label: clean(label), hint: clean(hint) })),
    { value: "", label: words.back, hint: words.backToResult },
  ]);
}

function editOf(fields: readonly Field[]) {
  return fields.find((each) => each.field === "choice" && each.instant === "edit") as
    | Extract<Field, { field: "choice" }>
    | undefined;
}

async function chosen(message: string, options: { value: string; label: string; hint?: string }[]) {
  const choice = await select<string>({ message, options, maxItems: mostShown });
  if (isCancel(choice)) return "left";
  return choice === "" ? null : { change: choice };
}
