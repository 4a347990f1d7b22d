import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { type FreshnessCount, type Interaction, isReminder, type Outbox, type Post, type Settled } from "#core";
import { figureWords as words } from "./figure-words.ts";

type FiguresPorts = {
  /** What is in the outbox of this program's chats. */
  outbox: () => Promise<Outbox>;
  freshness: () => FreshnessCount;
  now: () => number;
};

/**
 * The figures of one process, for Prometheus. No label says who, where or what: only names of platforms, kinds and outcomes,
 * which are few. Memory and the delay of the event loop come with the library, under its usual names.
 */
export function createFigures({ outbox, freshness, now }: FiguresPorts) {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const interactions = new Counter({
    name: "aicost_interactions_total",
    help: words.interactions,
    labelNames: ["platform", "kind", "outcome"],
    registers,
  });
  const acknowledged = new Histogram({
    name: "aicost_interaction_acknowledged_seconds",
    help: words.acknowledged,
    labelNames: ["platform", "kind"],
    buckets: [0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3, 5],
    registers,
  });
  const posts = new Counter({
    name: "aicost_posts_total",
    help: words.posts,
    labelNames: ["platform", "outcome"],
    registers,
  });
  const reminders = new Counter({
    name: "aicost_reminders_sent_total",
    help: words.reminders,
    labelNames: ["platform"],
    registers,
  });
  const depth = new Gauge({
    name: "aicost_outbox_posts",
    help: words.depth,
    labelNames: ["state"],
    registers,
  });
  const age = new Gauge({
    name: "aicost_outbox_oldest_due_seconds",
    help: words.age,
    registers,
  });
  const facts = new Gauge({
    name: "aicost_catalogue_facts",
    help: words.facts,
    labelNames: ["state"],
    registers,
  });

  /** What is known only by asking is asked when somebody looks. Without the store the rest is still told. */
  async function look(): Promise<void> {
    const { fresh, stale } = freshness();
    facts.set({ state: "fresh" }, fresh);
    facts.set({ state: "stale" }, stale);
    const known = await outbox().catch(() => null);
    depth.reset();
    age.remove();
    if (known === null) return;
    for (const [state, number] of Object.entries(known.posts)) depth.set({ state }, number);
    age.set(known.oldestDue === null ? 0 : Math.max(0, now() - known.oldestDue) / 1_000);
  }

  return {
    acknowledged: ({ platform, kind }: Interaction, seconds: number) =>
      acknowledged.observe({ platform, kind }, seconds),
    ended: ({ platform, kind }: Interaction, outcome: string) => interactions.inc({ platform, kind, outcome }),
    posted(post: Post, outcome: Settled["state"]): void {
      posts.inc({ platform: post.tenant.platform, outcome });
      if (outcome === "sent" && isReminder(post)) reminders.inc({ platform: post.tenant.platform });
    },
    type: register.contentType,
    async text(): Promise<string> {
      await look();
      return register.metrics();
    },
  };
}
