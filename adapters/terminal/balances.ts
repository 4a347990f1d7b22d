import {
  type Advisor,
  balanceCharts,
  balanceOf,
  balanceTexts,
  type Chart,
  type Holding,
  type HoldingRow,
  holdingSchema,
  matchingHoldings,
  type Output,
  readBalance,
  type Store,
  typedName,
} from "#core";
import { balanceMessages as words } from "./kept-messages.ts";
import type { Layout } from "./lines.ts";
import { localUser } from "./local-user.ts";
import type { TerminalPorts } from "./ports.ts";
import { type Printed, toJson } from "./printed.ts";
import type { BalancesCommand } from "./receive-balances.ts";
import { renderBlocks } from "./render.ts";

type Ports = Pick<TerminalPorts, "today" | "now" | "newId" | "openAdvisor">;

/** What is held, as a table, or one in full; as data, with what becomes of it. `charts`: how each goes down. */
export async function listBalances(
  store: Store,
  { of, json }: Pick<Extract<BalancesCommand, { verb: "balances" }>, "of" | "json">,
  ports: Ports,
  layout: Layout,
): Promise<{ printed: Printed; charts: () => Chart[]; noChart: string; single: boolean }> {
  const rows = matchingHoldings(await store.of(localUser.tenant).holdings(), of);
  const advisor = await ports.openAdvisor(ports.today);
  const printed = (): Printed => {
    if (json) return { text: toJson(rows.map((row) => balanceOf(row, ports.today, advisor))) };
    if (rows.length === 0) return of === "" ? { text: words.none } : { misuse: words.noSuch(of) };
    const blocks = balanceTexts(rows, ports.today, advisor, localUser.person);
    return { text: renderBlocks(blocks, layout).trimStart() };
  };
  const charts = () => balanceCharts(rows, ports.today);
  return { printed: printed(), charts, noChart: words.noPicture, single: rows.length === 1 };
}

/** Records what was typed. */
export async function addBalance(
  store: Store,
  { form, fields, owner }: Extract<BalancesCommand, { verb: "add-balance" }>,
  ports: Ports,
): Promise<Output> {
  const read = readBalance(form, fields, ports.today);
  if ("problems" in read) return { misuse: Object.values(read.problems)[0] ?? "" };
  const by = owner === null ? localUser.person : typedName(owner);
  return keep(
    store,
    [
      {
        ...holdingSchema.parse(read.facts),
        ...named(read.facts.product, await ports.openAdvisor(ports.today)),
        owner: by,
      },
    ],
    ports,
  );
}

function named(product: string, { market }: Advisor): Partial<Holding> {
  const row = market.catalogue.rows.find(
    (each) => each.id === product || each.product.toLowerCase() === product.toLowerCase(),
  );
  return row === undefined ? {} : { row: row.id, product: row.product, vendor: market.vendorName(row.vendor) };
}

/** Records what stands in a file: one holding, or a list of them. */
export async function addBalances(store: Store, given: unknown, ports: Ports): Promise<Output> {
  const read = holdingSchema
    .array()
    .min(1)
    .safeParse(Array.isArray(given) ? given : [given]);
  if (read.success) return keep(store, read.data, ports);
  const [issue] = read.error.issues;
  return { misuse: words.wrong(issue?.path.join(".") || null, issue?.message) };
}

/** Deletes the one that words mean. */
export async function dropBalance(store: Store, of: string): Promise<Output> {
  const tenant = store.of(localUser.tenant);
  const rows = matchingHoldings(await tenant.holdings(), of);
  const [row] = rows;
  if (row === undefined) return { misuse: words.noSuch(of) };
  if (rows.length > 1)
    return {
      misuse: words.several(
        of,
        rows.map(({ holding }) => holding.product),
      ),
    };
  await tenant.dropHolding(row.id);
  return { text: words.deleted(row.holding.product) };
}

async function keep(store: Store, holdings: readonly Holding[], { now, newId }: Ports): Promise<Output> {
  const tenant = store.of(localUser.tenant);
  for (const holding of holdings) {
    const row: HoldingRow = { id: newId(), holding, by: localUser.person, revision: 1, updatedAt: now() };
    await tenant.saveHolding(row, 0);
  }
  return { text: words.recorded(holdings.map(({ product }) => product)) };
}
