import { sql } from "kysely";
import type { DraftRow, Tenant } from "#core";
import { openStore } from "../../adapters/sql/index.ts";
import { type Measured, onBoth } from "./both-stores.ts";
import { report } from "./report.ts";

/** Drafts written a second, and the page of decisions with few and with many of them, on both stores. */
const small = 10_000;
const large = 1_000_000;
const part = 50_000;
const pages = 2_000;
const thousands = (many: number) => many.toLocaleString("en-US");
const now = () => 1_795_000_000_000;

await onBoth(part, measure);

async function measure({ name, settings, open, numbers }: Measured): Promise<void> {
  const store = await openStore({ ...settings, now });
  for (const writers of [1, 8]) {
    const until = performance.now() + 3_000;
    let writes = 0;
    await Promise.all(
      Array.from({ length: writers }, async (_, at) => {
        const mine = store.of({ platform: "slack", id: `W${writers}` });
        for (let revision = 1; performance.now() < until; revision++) {
          await mine.saveDraft(draft(`U${at}`, revision), revision - 1);
          writes++;
        }
      }),
    );
    report({
      what: `${name}: drafts written by ${writers} at once, each on the disk`,
      figures: `${Math.round(writes / 3)} a second`,
    });
  }

  const engine = await open();
  // A real result is some twenty kilobytes; the page does not read it, and neither does this table need it a million times.
  // In parts: PostgreSQL stops a statement that takes longer than ten seconds, here as everywhere.
  for (let from = 0; from < large; from += part) {
    await sql`insert into decisions (platform, tenant, id, draft, revision, route, complete, answers, result, catalogue, used_rows, used_connections, made_by, made_at, superseded_by)
      select 'slack', case when i < ${sql.lit(small)} then 'small' else 'large' end, 'x' || i, 'd' || i, 1, 'api_meter', 1, '{}', '{}', '2026-10-30+1ac1b531', '[]', '[]', 'U1', 1795000000000 + i, null
      from (${numbers(from)}) as all_numbers`.execute(engine.db);
  }
  if (engine.name === "postgres") await sql`analyze decisions`.execute(engine.db);
  await engine.db.destroy();
  const few = await page({ platform: "slack", id: "small" }, small, 0);
  const many = await page({ platform: "slack", id: "large" }, large - small, small);
  report({
    what: `${name}: a page of 20 of ${thousands(large - small)} decisions, beside one of ${thousands(small)}`,
    ratio: `${(many.p50 / few.p50).toFixed(2)} (p50), ${(many.p99 / few.p99).toFixed(2)} (p99)`,
    figures: `p50 ${many.p50} and ${few.p50} ms, p99 ${many.p99} and ${few.p99} ms`,
  });
  await store.close();

  /** Pages from anywhere in the list, as somebody who leafs back would ask for them. */
  async function page(tenant: Tenant, count: number, from: number) {
    const times: number[] = [];
    for (let at = 0; at < pages; at++) {
      const place = from + ((at * 7_919) % count);
      const start = performance.now();
      const { items } = await store
        .of(tenant)
        .decisions({ person: "U1", channels: [] }, 20, `${1_795_000_000_000 + place}.x${place}`);
      times.push(performance.now() - start);
      if (items.length === 0 && place > from) throw new Error("an empty page");
    }
    const sorted = times.slice(100).sort((a, b) => a - b);
    const at = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2));
    return { p50: at(0.5), p99: at(0.99) };
  }
}

function draft(owner: string, revision: number): DraftRow {
  return {
    id: `d-${owner}`,
    owner,
    draft: {
      answers: {
        job: "code",
        audience: "customers",
        output: ["text"],
        vendor: ["openai"],
        stage: "production",
        owner: "Ana",
      },
      asking: [],
    },
    revision,
    catalogue: "2026-10-30+1ac1b531",
    supersedes: null,
    page: "owner",
    updatedAt: now(),
  };
}
