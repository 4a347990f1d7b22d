import { readPerson } from "../checklist/person.ts";
import { balanceMessages as words } from "../present/balance-messages.ts";
import { reminderWords } from "../present/reminder.ts";
import type { Looked } from "../store/holdings.ts";
import {
  type ClaimedHolding,
  type Moment,
  type NewPost,
  nobody,
  type Platform,
  type Post,
  type Tenant,
} from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import { teamsOf } from "../store/team.ts";
import { dayIn } from "../team/clock.ts";
import { type DueReminder, type ReminderKey, scheduleOf } from "../team/schedule.ts";
import type { TeamSettings } from "../team/settings.ts";
import { directAbout } from "./direct.ts";
import { directChannel } from "./direct-channel.ts";
import { newPost, type PostBody } from "./post-body.ts";

export type RemindingPorts = {
  store: Store;
  /** Whose people are reminded by this process. */
  platforms: readonly Platform[];
  now: () => Moment;
  log: { fault(error: unknown): string };
};

/** Longer than anything that a worker does with a holding. */
const lease = 45_000;
/** A few milliseconds of the event loop: people who wait have their turns between. */
const atOnce = 40;
/** Everything is looked at after so long at the latest: the rules of time zones change. */
const longestLook = 30 * 86_400_000;
/** After how long a holding is looked at again that could not be. */
const afterFault = 3_600_000;

/**
 * Looks at what teams hold, and puts the reminders that are due into the outbox: each once, however many processes look.
 * `round` looks at what is due now and returns how many holdings that were.
 */
export function createReminding({ store, platforms, now, log }: RemindingPorts): {
  round(): Promise<number>;
} {
  function look(holding: ClaimedHolding, settings: (tenant: Tenant) => TeamSettings, at: Moment): Looked {
    try {
      return lookAt(holding, settings(holding.tenant), at);
    } catch (error) {
      log.fault(error);
      return { holding, reminders: [], posts: [], lookAt: at + afterFault };
    }
  }

  return {
    async round() {
      const at = now();
      const claimed = await store.claimHoldings(at, at + lease, atOnce, platforms);
      if (claimed.length === 0) return 0;
      const settings = await teamsOf(
        claimed.map(({ tenant }) => tenant),
        { store },
      );
      const looked = claimed.map((each) => look(each, settings, at));
      await store.settleHoldings(looked, at);
      return claimed.length;
    },
  };
}

/** What comes of looking at a holding at a moment: its reminders that are due, each with its posts, and when to look again. */
function lookAt(holding: ClaimedHolding, settings: TeamSettings, now: Moment): Looked {
  const { due, passed, next } = scheduleOf(holding.holding, settings, holding.reminders, now);
  return {
    holding,
    reminders: [
      ...due.map(({ key }) => ({ key, state: "sent" as const, again: null })),
      ...passed.map((key) => ({ key, state: "passed" as const, again: null })),
    ],
    posts: due.flatMap((each) => postsOf(holding, each, settings, now)),
    lookAt: Math.min(next ?? Number.POSITIVE_INFINITY, now + longestLook),
  };
}

/** A reminder goes to the owner, and into the channel. Where no owner was picked, whoever recorded it hears of it. */
function postsOf(
  { tenant, id, holding, by }: ClaimedHolding,
  due: DueReminder,
  settings: TeamSettings,
  now: Moment,
): NewPost[] {
  const owner = holding.owner === null ? null : readPerson(holding.owner).id;
  const person = owner ?? (by === nobody ? null : by);
  const place = holding.channel;
  const channels = [...(person === null ? [] : [directChannel(person)]), ...(place === null ? [] : [place])];
  const about = writeReminder({ holding: id, key: due.key });
  const body: PostBody = {
    kind: "message",
    ...reminderWords(holding, due, dayIn(settings, now)),
    actions: [
      { action: "direct", label: words.show, about: directAbout(tenant, "balance", id), weight: "main" },
      { action: "direct", label: words.snooze, about: directAbout(tenant, "snooze", about) },
      { action: "direct", label: words.done, about: directAbout(tenant, "done", about) },
    ],
  };
  return channels.map((channel) =>
    newPost(person ?? nobody, `${begins}${id}:${due.key}:${channel}`, "", channel, body),
  );
}

/** What the key of a reminder's post begins with. */
const begins = "remind:";

/** Whether a post reminds somebody of what they hold. */
export function isReminder({ key }: Pick<Post, "key">): boolean {
  return key.startsWith(begins);
}

/** A reminder of a holding. */
type ReminderRef = { holding: string; key: ReminderKey };

/** What a button on a reminder is about. */
function writeReminder({ holding, key }: ReminderRef): string {
  return `${holding}/${key}`;
}

/** What `writeReminder` wrote; null for anything else. */
export function readReminder(about: string): ReminderRef | null {
  const [, holding, key] = /^([\w-]{1,64})\/([a-z]+\.\d{4}-\d{2}-\d{2}@\d{1,3}(?:~\d{1,4})?)$/.exec(about) ?? [];
  return holding === undefined || key === undefined ? null : { holding, key };
}
