import type { Who } from "../conversation/bot.ts";
import type { Action, Block, Screen } from "../screen/screen.ts";
import { writeForm } from "./form-ids.ts";
import type { Filled } from "./forms/form.ts";
import { type AppPorts, infoScreen, textBlock } from "./ports.ts";
import type { UsageRead } from "./usage-file.ts";
import { usageFileMessages as words } from "./usage-file-messages.ts";

/** What stands before a usage that is kept, in the place where readings are: no reading begins with it. */
const mark = "usage ";

/** The buttons behind anything that did not work out: another file, or the questions without one. */
const onward: Action[] = [
  { action: "form", label: words.another, about: writeForm({ form: "usage", about: "" }), weight: "main" },
  { action: "begin", label: words.questions },
];

/**
 * Reads a usage export that somebody handed over, by the address that their platform gave for it. Its totals are kept for a
 * day for this person alone; of the file itself nothing is.
 */
export async function takeUsage(who: Who, address: string, ports: AppPorts): Promise<Filled> {
  const { fetchFile, usage, advisor, store, newId, now } = ports;
  if (fetchFile === undefined || usage === undefined) return notRead(words.notHere, []);
  const file = await fetchFile(who, address);
  if ("problem" in file) return notRead(file.problem);
  const { tenant, person } = who;
  const day = advisor(tenant).market.asOf;
  const read = await usage.read(file.bytes, day, `${tenant.platform} ${tenant.id} ${person}`);
  if ("problem" in read) return notRead(read.problem);
  const id = newId();
  await store.of(tenant).keepReading({ id, owner: person, reading: `${mark}${JSON.stringify(read)}`, at: now() });
  return { show: { ask: "usage", id } };
}

/** What was read of a usage export, for who handed it over; null where it is not kept any more. */
export async function keptUsage({ tenant, person }: Who, id: string, { store }: AppPorts): Promise<UsageRead | null> {
  const kept = await store.of(tenant).keptReading(id, person);
  return kept?.startsWith(mark) === true ? (JSON.parse(kept.slice(mark.length)) as UsageRead) : null;
}

/** The same, to be looked at and used. */
export async function usageScreen(who: Who, id: string, ports: AppPorts): Promise<Screen> {
  const kept = await keptUsage(who, id, ports);
  if (kept === null) return goneUsage;
  const use: Action = { action: "use-usage", label: words.use, about: id, weight: "main" };
  // The heading is the title of the screen.
  const body = kept.blocks.filter(({ block }, at) => at > 0 || block !== "heading");
  const more: Block[] = [{ block: "quiet", text: words.onlyYou }];
  return infoScreen("usage", words.title, [...body, ...more], kept.work === null ? onward : [use]);
}

/** For whoever comes back after a day. */
export const goneUsage = infoScreen("usage", words.gone.title, [textBlock(words.gone.text)], onward);

/** Why nothing was read, with what to do next. */
function notRead(problem: string, actions: Action[] = onward): Filled {
  return { screen: infoScreen("usage", words.notRead, [textBlock(problem)], actions), reading: null };
}
