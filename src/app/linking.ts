import type { Who } from "../conversation/bot.ts";
import { messages as words } from "../ledger/link-messages.ts";
import type { Block, Screen } from "../screen/screen.ts";
import type { Tenant } from "../store/rows.ts";
import { teamOf } from "../store/team.ts";
import { mayChangeSettings } from "../team/judges.ts";
import type { LinkRequest } from "./link-request.ts";
import { type AppPorts, infoScreen, type Place, textBlock } from "./ports.ts";

/** For how long a code can be typed on the other side. */
const minutes = 15;

/** Links this team's place with one on another platform, or ends that: for people who may change its settings. */
export async function linkTeams(who: Who, request: LinkRequest, place: Place, ports: AppPorts): Promise<Screen> {
  if (place.nowhere === true) return says("link-nowhere", words.title, words.nowhere);
  if (!mayChangeSettings(who.person, await teamOf(who.tenant, ports)))
    return says("link-not-yours", words.title, words.mayNot);
  if (request.ask === "unlink") return unlink(who, ports);
  return request.code === "" ? offer(who, ports) : take(who, request.code, ports);
}

async function offer(who: Who, { store, newId, now, typed }: AppPorts): Promise<Screen> {
  const here = store.of(who.tenant);
  const link = await here.link();
  if (link !== null) return linked(link.tenant, typed);
  const code = newId();
  await here.offerLink(code, who.person, now() + minutes * 60_000);
  await here.note({ at: now(), actor: who.person, action: "offered", subject: "link", details: null });
  return infoScreen("link-code", words.title, [
    textBlock(words.code(`/aicost link ${code}`, minutes)),
    { block: "quiet", text: words.what },
  ]);
}

async function take(who: Who, code: string, { store, now, typed }: AppPorts): Promise<Screen> {
  const here = store.of(who.tenant);
  const taken = await here.takeLink(code, who.person, now());
  if ("refused" in taken) return says("link-refused", words.title, refusal(taken.refused, code, typed));
  const about = { action: "linked", subject: "link" };
  await here.note({ at: now(), actor: who.person, ...about, details: { with: taken.linked.platform } });
  await store.of(taken.linked).note({ at: now(), actor: "", ...about, details: { with: who.tenant.platform } });
  return linked(taken.linked, typed);
}

async function unlink(who: Who, { store, now, typed }: AppPorts): Promise<Screen> {
  const here = store.of(who.tenant);
  const other = await here.unlink();
  if (other === null) return says("not-linked", words.unlinkedTitle, words.notLinked(typed("link", "")));
  const about = { action: "unlinked", subject: "link" };
  await here.note({ at: now(), actor: who.person, ...about, details: { with: other.platform } });
  await store.of(other).note({ at: now(), actor: "", ...about, details: { with: who.tenant.platform } });
  return says("unlinked", words.unlinkedTitle, words.unlinked(platformName(other)));
}

function linked(other: Tenant, typed: AppPorts["typed"]): Screen {
  const rest: Block[] = [{ block: "quiet", text: words.what }];
  const said = textBlock(words.linked(platformName(other), typed("unlink", "")));
  return infoScreen("linked", words.linkedTitle, [said, ...rest]);
}

function refusal(why: keyof typeof words.refused, code: string, typed: AppPorts["typed"]): string {
  switch (why) {
    case "tries":
      return words.refused.tries;
    case "own":
      return words.refused.own(`/aicost link ${code}`);
    case "unknown":
      return words.refused.unknown(typed("link", ""));
    case "linked":
      return words.refused.linked(typed("unlink", ""));
  }
}

/** What a platform is called: its own name, with a capital. */
export function platformName({ platform }: Tenant): string {
  return `${platform.slice(0, 1).toUpperCase()}${platform.slice(1)}`;
}

function says(id: string, title: string, text: string): Screen {
  return infoScreen(id, title, [textBlock(text)]);
}
