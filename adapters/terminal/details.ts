import { isCancel, select } from "@clack/prompts";
import { allBlocks, clean, type Details, sectionLabel } from "#core";
import type { Terminal } from "./listen.ts";
import { promptMessages as words } from "./prompt-messages.ts";
import { renderBlocks } from "./render.ts";

const everything = "everything";
const back = "back";

/** Details, a page at a time as the person chooses, until they go back; false when they left. */
export async function showDetails(details: Details, terminal: Terminal): Promise<boolean> {
  const { front, sections } = details;
  const print = (blocks: Details["front"]) => terminal.print(renderBlocks(blocks, terminal.layout));
  print(front);
  for (;;) {
    const choice = await select<string>({
      message: words.whichPage,
      options: [
        ...sections.map((section) => ({ value: section.id, label: clean(sectionLabel(section)) })),
        { value: everything, label: words.allPages },
        { value: back, label: words.back },
      ],
    });
    if (isCancel(choice)) return false;
    if (choice === back) return true;
    const section = sections.find(({ id }) => id === choice);
    print(
      section === undefined
        ? allBlocks(details)
        : [{ block: "heading", text: sectionLabel(section) }, ...section.blocks],
    );
  }
}
