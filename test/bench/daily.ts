import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type RawBuilder, sql } from "kysely";
import { createAging, createBot, createReminding, holdingSchema, openAdvisors, type Store } from "#core";
import type { Engine } from "../../adapters/sql/engine.ts";
import { openStore, type StoreSettings } from "../../adapters/sql/index.ts";
import { openPostgres } from "../../adapters/sql/postgres.ts";
import { openSqlite } from "../../adapters/sql/sqlite.ts";
import { createTurns, openWorker } from "../../adapters/worker/index.ts";
import { openCatalogue } from "../../pricing/open.ts";
import { openRates } from "../../pricing/rates/open.ts";
import { situationOf } from "../../src/advice/advise.ts";
import { basisOf } from "../../src/purchase/basis.ts";
import { recommend } from "../../src/purchase/recommend.ts";
import { fill } from "../conversation/play.ts";
import { journeys } from "../conversation/scripts.ts";
import { advisors, withRow } from "../ledger/aging/other-facts.ts";
import { startPostgres } from "../postgres.ts";
import { machine, report } from "./report.ts";

/**
 * The daily look at a hundred thousand decisions and as many balances, beside people who answer: how long it takes, how much memory, and what their
 * answers wait for it. The aims: a minute, 300 MB, and no answer slower than twice its usual p99.
 */
const many = Number(process.env.AICOST_DECISIONS ?? 100_000);
const teams = 200;
const part = 2_000;
const day = "2026-11-20";
const between = 25;
const now = () => 1_795_000_000_000;
const folder = mkdtempSync(join(tmpdir(), "aicost-bench-"));
const advisorOn = openAdvisors(openCatalogue(), openRates());
const examples = new URL("../examples/", import.meta.url);

/** Real decisions of every size, as they are kept; made when they are needed, so that no measurement holds them. */
const templatesOf = () =>
  readdirSync(examples).map((name) => {
    const { answers } = JSON.parse(readFileSync(new URL(name, examples), "utf8"));
    const result = recommend(advisorOn(day), situationOf(advisorOn(day), answers));
    return { answers, result, basis: basisOf(result, answers, advisorOn(day)) };
  });

/** A row that about one decision in a hundred rests on: what a day with a changed price looks like. */
function rareRow(): string {
  const used = templatesOf().map(({ basis }) => basis.facts);
  const far = (id: string) =>
    Math.abs(used.filter((facts) => facts[`row ${id}`] !== undefined).length / used.length - 0.01);
  return openCatalogue()
    .rows.map(({ id }) => id)
    .reduce((best, id) => (far(id) < far(best) ? id : best));
}

const rare = rareRow();
const changed = advisors(
  withRow(rare, (row) => {
    row.unitName = `${row.unitName} (new)`;
  }),
);

/** Credit with two lots and a use that is known: the dearest to look at. What expires soon is to be told of. */
const balance = (expires: string) =>
  JSON.stringify(
    holdingSchema.parse({
      product: "OpenAI API",
      held: {
        kind: "lots",
        lots: [
          { amount: "900", bought: "2026-03-01", expires },
          { amount: "5000", bought: "2026-10-10", expires: "2028-10-10" },
        ],
        order: "expiry",
      },
      use: { by: "month", low: "20", expected: "30", high: "40" },
    }),
  );

console.log(`${machine}; ${many} decisions of ${teams} teams`);
try {
  // Each in a process of its own, so that neither carries what the other left in memory.
  if (process.argv[2] === "postgres") {
    const server = await startPostgres();
    await measure("PostgreSQL 18", { url: server.url }, async () => openPostgres(server.url), numbersOfPostgres);
    await server.stop();
  } else {
    const file = join(folder, "aicost.db");
    await measure("SQLite in a file", { file }, () => openSqlite(file), numbersOfSqlite);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function numbersOfSqlite(from: number): RawBuilder<unknown> {
  return sql`with recursive n(i) as (select ${sql.lit(from)} union all select i + 1 from n where i < ${sql.lit(from + part - 1)}) select i from n`;
}

function numbersOfPostgres(from: number): RawBuilder<unknown> {
  return sql`select i from generate_series(${sql.lit(from)}, ${sql.lit(from + part - 1)}) as n(i)`;
}

async function fillIn(engine: Engine, numbers: (from: number) => RawBuilder<unknown>): Promise<number> {
  const { db } = engine;
  const templates = templatesOf();
  await sql`create table templates (t integer primary key, answers text, result text, used text)`.execute(db);
  for (const [t, { answers, result, basis }] of templates.entries())
    await sql`insert into templates values (${t}, ${JSON.stringify(answers)}, ${JSON.stringify(result)}, ${JSON.stringify(basis)})`.execute(
      db,
    );
  for (let from = 0; from < many; from += part) {
    await sql`insert into decisions (platform, tenant, id, draft, revision, route, complete, answers, result, catalogue, used_rows, used_connections, made_by, made_at, superseded_by, used)
      select 'slack', 'T' || (i % ${sql.lit(teams)}), 'x' || i, 'd' || i, 1, 'api_meter', 1, answers, result, '2026-10-30+1ac1b531', '[]', '[]', 'U1', 1795000000000 + i, null, used
      from (${numbers(from)}) as n join templates on t = i % ${sql.lit(templates.length)}`.execute(db);
    await sql`insert into posts (platform, tenant, key, decision, channel, owner, body, repeatable, state, tries, due_at, claim, reference)
      select 'slack', 'T' || (i % ${sql.lit(teams)}), 'k' || i, 'x' || i, 'C1', 'U1', '{"kind":"card","title":"x","blocks":[]}', 0, 'sent', 1, 0, 1, 'm' || i
      from (${numbers(from)}) as n`.execute(db);
  }
  await sql`drop table templates`.execute(db);
  for (let from = 0; from < many; from += part)
    await sql`insert into holdings (platform, tenant, id, holding, kept_by, revision, updated_at, look_at, looked_at, claim, lease_until)
      select 'slack', 'T' || (i % ${sql.lit(teams)}), 'h' || i, case when i % 100 < 3 then ${balance("2027-01-15")} else ${balance("2028-03-01")} end, 'U1', 1, 0, 0, 0, 0, null
      from (${numbers(from)}) as n`.execute(db);
  if (engine.name === "postgres") await sql`analyze`.execute(db);
  const { rows: sizes } = await sql<{
    size: number;
  }>`select avg(length(result)) as size from decisions where tenant = 'T1'`.execute(db);
  await db.destroy();
  return Number(sizes[0]?.size);
}

async function measure(
  name: string,
  settings: Omit<StoreSettings, "now">,
  open: () => Promise<Engine>,
  numbers: (from: number) => RawBuilder<unknown>,
): Promise<void> {
  const store = await openStore({ ...settings, now });
  const size = await fillIn(await open(), numbers);
  const engine = await open();
  const dueAgain = () => sql`update holdings set look_at = 0, looked_at = 0`.execute(engine.db);
  console.log(`${name}: a result has ${(size / 1_000).toFixed(0)} kB`);
  const turn = createTurns();
  const worker = openWorker(new URL("../../worker.ts", import.meta.url));
  const people = interactive(store, turn);
  /** Turns of the look, each with what this thread itself worked in it: on a busy machine the wall says less. */
  const slices: number[] = [];
  let before = process.threadCpuUsage();
  const inTurn = async () => {
    const { user, system } = process.threadCpuUsage(before);
    slices.push((user + system) / 1_000);
    await pause(5).then(turn);
    before = process.threadCpuUsage();
  };
  /** All are due, as after a change of every team's settings; a day of the calendar brings a few in a hundred. */
  const lookAtBalances = async (on: string): Promise<number> => {
    await dueAgain();
    const at = () => Date.parse(`${on}T12:00:00Z`);
    const fault = (error: unknown) => String(console.error(error));
    const reminding = createReminding({ store, platforms: ["slack"], now: at, log: { fault } });
    let all = 0;
    for (;;) {
      const found = await reminding.round();
      if (found === 0) return all;
      all += found;
      await inTurn();
    }
  };
  const look = async (on: string, facts: typeof advisorOn) => {
    const aging = createAging({
      store,
      platforms: ["slack"],
      advisor: () => facts(on),
      evaluate: (answers, day, then) => worker.evaluate(answers, day, then),
      turn: inTurn,
      now,
      log: { info: () => undefined, warn: console.error, fault: (error) => String(console.error(error)) },
    });
    const [began, worked] = [performance.now(), process.cpuUsage()];
    const done = await aging.round();
    const balances = await lookAtBalances(on);
    const { user, system } = process.cpuUsage(worked);
    return `${JSON.stringify(done)}, ${balances} balances in ${((performance.now() - began) / 1_000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of a core`;
  };

  const alone = await people.beside(() => look("2026-11-21", advisorOn), 0);
  slices.sort((one, other) => one - other);
  const slice = (part: number) => (slices[Math.floor((slices.length - 1) * part)] ?? 0).toFixed(1);
  report({
    what: `${name}: alone`,
    ratio: `${(alone.took / 1_000).toFixed(1)} s`,
    aim: "60 s",
    figures: `${alone.said}, ${alone.rss.toFixed(0)} MB; a turn works ${slice(0.5)} ms, p99 ${slice(0.99)} ms`,
  });
  await people.beside(() => pause(5_000));
  const usual = await people.beside(() => pause(30_000));
  console.log(`${name}: usually ${figures(usual)}, ${usual.rss.toFixed(0)} MB`);
  for (const [what, on, facts] of [
    ["nothing has changed", "2026-11-22", advisorOn],
    [`${rare} has changed`, "2026-11-23", changed],
  ] as const) {
    // A program has opened its catalogue before anybody asks.
    facts(on);
    const meanwhile = await people.beside(() => look(on, facts));
    report({
      what: `${name}: ${what}: memory`,
      ratio: `${meanwhile.rss.toFixed(0)} MB`,
      aim: "300 MB",
      figures: String(meanwhile.said),
    });
    report({
      what: `${name}: ${what}: p99 of answers meanwhile, of the usual`,
      ratio: (meanwhile.p99 / usual.p99).toFixed(2),
      aim: "2",
      figures: `${figures(meanwhile)}; usually ${figures(usual)}`,
    });
  }
  await engine.db.destroy();
  await worker.close();
  await store.close();
}

type Waited = { said: unknown; took: number; answers: number; p50: number; p99: number; max: number; rss: number };

function figures({ answers, p50, p99, max }: Waited): string {
  return `${answers} answers, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, the slowest ${max.toFixed(1)} ms`;
}

/** People who answer page after page, forty answers a second, whatever the last one took. */
function interactive(store: Store, turn: () => Promise<void>) {
  let ids = 0;
  const ports = { store, advisor: () => advisorOn(day), now, newId: () => `n${++ids}` };
  const bot = createBot({ ...ports, counter: () => Promise.reject(new Error("nothing is pasted")) });
  const script = journeys["solo-writer"] ?? {};
  const standing = new Map<string, Awaited<ReturnType<typeof bot.begin>>>();

  async function answer(person: string): Promise<void> {
    await turn();
    const who = { tenant: { platform: "slack", id: "people" }, person };
    const known = standing.get(person);
    const ticket = known?.ticket ?? null;
    standing.set(
      person,
      known === undefined || ticket === null || known.screen.id === "review"
        ? await bot.begin(who, true)
        : await bot.act(who, ticket, {
            event: "submit",
            page: known.screen.id,
            values: fill(known.screen.fields, script),
          }),
    );
  }

  return {
    /** What answers wait while something is done; `each`: milliseconds between two of them, 0 for nobody. */
    async beside(work: () => Promise<unknown>, each = between): Promise<Waited> {
      const took: number[] = [];
      let [over, rss] = [false, 0];
      const working = work().finally(() => {
        over = true;
      });
      const open: Promise<void>[] = [];
      const began = performance.now();
      for (let at = 0; !over; at++) {
        const due = began + at * (each || between);
        await pause(Math.max(0, due - performance.now()));
        rss = Math.max(rss, process.memoryUsage.rss() / 1e6);
        if (each === 0) continue;
        // From when it was due: an event loop that is held up is waited for.
        open.push(answer(`U${at % 50}`).then(() => void took.push(performance.now() - due)));
        if (open.length > 100) await Promise.all(open.splice(0, 50));
      }
      const said = await working;
      const worked = performance.now() - began;
      await Promise.all(open);
      const sorted = took.sort((one, other) => one - other);
      const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
      return { said, took: worked, answers: took.length, p50: at(0.5), p99: at(0.99), max: at(1), rss };
    },
  };
}
