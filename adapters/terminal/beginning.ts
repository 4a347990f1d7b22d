import { isCancel, select, text } from "@clack/prompts";
import { type Advisor, type Bot, clean, draftOfLine, type Field, type Reply } from "#core";
import { localUser } from "./local-user.ts";

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
  const { words } = asked;
  if (words.trim() === "") return bot.begin(localUser, fresh);
  const reply = await bot.beginWith(localUser, draftOfLine(words, advisor), fresh);
  // Somebody else at this machine began one in the meantime.
  return "screen" in reply ? reply : bot.begin(localUser, false);
}

/** Whether to begin anew where a conversation waits. */
async function startsAnew(waiting: string, line: string | null): Promise<boolean | "left"> {
  const choice = await select<boolean>({
    message: "You have been here before.",
    options: [
      { value: false, label: `Resume from ${waiting}` },
      {
        value: true,
        label: line === null ? "Start over" : `Start with: ${clean(line)}`,
        hint: "the answers so far go",
      },
    ],
  });
  return isCancel(choice) ? "left" : choice;
}

async function askLine(): Promise<{ words: string } | "left"> {
  const typed = await text({
    message: "What do you need AI for? Say it in one line, or press Enter for the questions.",
    placeholder: "20k support chats a month with gpt-6-sol for our customers",
  });
  return isCancel(typed) ? "left" : { words: typed ?? "" };
}

/** Which of the answers that stand above the page is to be changed; null: none. */
export async function askChange(fields: readonly Field[]): Promise<{ change: string } | "left" | null> {
  const field = fields.find((each) => each.field === "choice" && each.instant === "edit");
  if (field?.field !== "choice") return null;
  const choice = await select<string>({
    message: "Is this right?",
    options: [
      { value: "", label: "Go on" },
      ...field.options.map(({ id, label }) => ({ value: id, label: `Change: ${clean(label)}` })),
    ],
  });
  if (isCancel(choice)) return "left";
  return choice === "" ? null : { change: choice };
}
