import { sql } from "kysely";
import { type DecisionFilter, everyDecision, type Tenant, type Viewer } from "#core";
import { openStore } from "../../adapters/sql/index.ts";
import { type Measured, onBoth } from "./both-stores.ts";
import { median, report } from "./report.ts";

/** A filtered page of a tenant with many decisions, each with a result as long as most are, on both stores. */
const many = 100_000;
const part = 5_000;
const tries = 20;
const team: Tenant = { platform: "slack", id: "T1" };
const now = () => 1_795_000_000_000;

const filters: Record<string, Partial<DecisionFilter>> = {
  "one in ten": { vendor: "openai" },
  "one in a thousand": { owner: "ben", state: "approved" },
  "three of its columns, none": { vendor: "kling", owner: "zzz", over: "100" },
  "words of a name, none": { words: ["nothing", "like", "this"] },
};

await onBoth(part, measure);

async function measure({ name, settings, open, numbers }: Measured): Promise<void> {
  const store = await openStore({ ...settings, now });
  const engine = await open();
  const result = JSON.stringify({
    summary: { name: "Plan", money: "", owner: "", vendor: "" },
    text: "x".repeat(8_000),
  });
  for (let from = 0; from < many; from += part) {
    await sql`insert into decisions (platform, tenant, id, draft, revision, route, complete, answers, result, catalogue, used_rows, used_connections, made_by, made_at, superseded_by, verdict, words, owners, vendors, month)
      select 'slack', 'T1', 'x' || i, 'd' || i, 1, 'api_meter', 1, '{}', ${result}, 'c', '[]', '[]', 'U' || (i % 50), 1795000000000 + i, null,
        case when i % 1000 = 0 then 'approved' else null end, 'support chats ' || i || ', $20 a month, ben', 'ben miller',
        case when i % 10 = 0 then 'openai' else 'mistral' end, i from (${numbers(from)}) as all_numbers`.execute(
      engine.db,
    );
    await sql`insert into audiences (platform, tenant, decision, channel, open)
      select 'slack', 'T1', 'x' || i, 'C' || (i % 3), 0 from (${numbers(from)}) as all_numbers`.execute(engine.db);
  }
  if (engine.name === "postgres") {
    await sql`analyze decisions`.execute(engine.db);
    await sql`analyze audiences`.execute(engine.db);
  }
  await engine.db.destroy();
  const viewers: Record<string, Viewer> = {
    "somebody in one channel of three": { person: "U1", channels: ["C1"] },
    "somebody who may see none": { person: "nobody", channels: [] },
  };
  for (const [who, viewer] of Object.entries(viewers))
    for (const [what, filter] of Object.entries(filters)) {
      const times: number[] = [];
      for (let at = 0; at < tries; at++) {
        const start = performance.now();
        await store.of(team).decisions(viewer, 10, undefined, { ...everyDecision, ...filter });
        times.push(performance.now() - start);
      }
      report({
        what: `${name}: ${what}, ${who}`,
        figures: `p50 ${median(times).toFixed(1)} ms, longest ${Math.max(...times).toFixed(1)} ms`,
      });
    }
  await store.close();
}
