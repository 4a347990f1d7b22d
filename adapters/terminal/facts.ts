import {
  type Advisor,
  checkFacts,
  type Found,
  lookUpChecked,
  lookUpDue,
  lookUpReadings,
  newReadings,
  officialPages,
  readVendor,
  type Store,
} from "#core";
import type { Layout } from "./lines.ts";
import { withStore } from "./operator.ts";
import type { TerminalPorts } from "./ports.ts";
import { type Printed, toJson } from "./printed.ts";
import type { FactsCommand } from "./receive-facts.ts";
import { renderBlocks } from "./render.ts";

/** So many of the newest decisions tell what is used. */
const mostDecisions = 500;

/** What to read next; pages that are read now, by the operator's word and no other; what was read here. */
export async function factsVerb(
  command: FactsCommand,
  ports: TerminalPorts,
  layout: Layout,
  say: (line: string) => void,
): Promise<Printed> {
  // What is proposed for the files goes by the files alone; all else by what is known here.
  const advisor = command.write ? ports.openShipped(ports.today) : await ports.openAdvisor(ports.today);
  const vendor = command.vendor === null ? null : readVendor(command.vendor, advisor.market);
  if (vendor !== null && typeof vendor !== "string") return { misuse: vendor.problem };
  const { what, all } = command;
  if (what === "check") return withStore(ports, (store) => check(command, vendor, advisor, store, ports, layout, say));
  const tell = async (store: Store | null): Promise<Printed> => {
    switch (what) {
      case "due": {
        const used = (await store?.usedFacts(mostDecisions)) ?? new Map<string, number>();
        return shown(lookUpDue(advisor.market, { vendor, all }, used), command, layout);
      }
      case "readings":
        return shown(lookUpReadings((await store?.allFactReadings()) ?? [], advisor.market), command, layout);
    }
  };
  // Nothing is made by looking.
  return (await ports.hasStore()) ? withStore(ports, tell) : tell(null);
}

async function check(
  command: FactsCommand,
  vendor: string | null,
  { market }: Advisor,
  store: Store,
  { today, now, facts }: TerminalPorts,
  layout: Layout,
  say: (line: string) => void,
): Promise<Printed> {
  const reader = await facts.openReader(officialPages(market));
  const progress = (url: string, at: number, of: number) => say(`${at} of ${of}: ${url}`);
  try {
    const checked = await checkFacts(market, vendor, { reader, store, today, now, progress });
    const found = lookUpChecked(checked);
    const wrote = command.write ? await facts.write(newReadings(checked, today)) : null;
    if (wrote !== null && "misuse" in wrote) return wrote;
    if (wrote !== null) say(wrote.text);
    return { ...shown(found, command, layout), toDo: !found.done };
  } finally {
    await reader.close();
  }
}

function shown({ blocks, data }: Found, { json }: FactsCommand, layout: Layout): { text: string } {
  return { text: json ? toJson(data) : renderBlocks(blocks, layout).trimStart() };
}
