import type { Who } from "../conversation/bot.ts";
import { boughtUntil } from "../estimate/buckets.ts";
import { balanceBlocks, balanceTable } from "../present/balance-blocks.ts";
import { balanceMessages as words } from "../present/balance-messages.ts";
import { clean } from "../screen/clean.ts";
import type { Action, Block, Screen } from "../screen/screen.ts";
import type { HoldingRow } from "../store/rows.ts";
import { teamOf } from "../store/team.ts";
import { dayIn } from "../team/clock.ts";
import { eventsOf } from "../team/events.ts";
import type { Holding } from "../team/holding.ts";
import { writeForm } from "./form-ids.ts";
import { writeOperation } from "./operation-ids.ts";
import { type AppPorts, infoScreen, textBlock } from "./ports.ts";
import { sameHeld } from "./same-thing.ts";

/** So many can be opened from the list; it shows all of them. */
const mostOpened = 10;

type Ports = Pick<AppPorts, "store" | "now" | "advisor">;

/** The day that it is for a team. */
export async function todayOf(who: Who, { store, now }: Pick<Ports, "store" | "now">): Promise<string> {
  return dayIn(await teamOf(who.tenant, { store }), now());
}

/** All that a team holds, what is lost soonest first. `of`: only products with these words in their name. */
export async function balancesScreen(who: Who, of: string, ports: Ports): Promise<Screen> {
  const team = await teamOf(who.tenant, ports);
  const today = dayIn(team, ports.now());
  const rows = sorted(matchingHoldings(await ports.store.of(who.tenant).holdings(), of), today);
  const holdings = rows.map(({ holding }) => holding);
  const reminded = textBlock(words.list.reminded(team.leadDays.join(", ")));
  const body: Block[] =
    rows.length === 0
      ? [textBlock(words.list.empty)]
      : [
          balanceTable(holdings, today, who.person),
          ...(team.sameThingHint ? sameHeld(holdings, who.person).map(textBlock) : []),
          ...(rows.length <= mostOpened ? [] : [textBlock(words.list.more(rows.length - mostOpened))]),
          { ...reminded, block: "quiet" } as Block,
        ];
  return infoScreen("balances", words.list.title, body, [
    ...rows.slice(0, mostOpened).map(
      ({ id, holding }): Action => ({
        action: "do",
        label: words.list.show(clean(holding.product)),
        about: writeOperation({ operation: "balance", about: id }),
      }),
    ),
    ...addActions,
  ]);
}

const addActions = (["prepaid", "credit", "seats"] as const).map(
  (form): Action => ({ action: "form", label: words.list.add[form], about: writeForm({ form, about: "" }) }),
);

/** One balance: what becomes of it, and what can be changed. `notice`: what just happened, above it. */
export async function balanceScreen(who: Who, id: string, ports: Ports, notice: string | null = null): Promise<Screen> {
  const row = await ports.store.of(who.tenant).holding(id);
  if (row === null) return goneScreen;
  const { holding } = row;
  const team = await teamOf(who.tenant, ports);
  const today = dayIn(team, ports.now());
  const others = team.sameThingHint ? await ports.store.of(who.tenant).holdings() : [];
  const same = sameHeld(
    others
      .map((each) => each.holding)
      .filter((each) => (each.row ?? each.product) === (holding.row ?? holding.product)),
    who.person,
  );
  const form = holding.held.kind === "lots" ? "credit" : holding.held.kind;
  return infoScreen(
    "balance",
    clean(holding.product),
    [
      ...(notice === null ? [] : [textBlock(notice)]),
      ...balanceBlocks(holding, today, lifeOf(holding, today, ports)),
      ...same.map(textBlock),
    ],
    [
      { action: "form", label: words.actions.edit, about: writeForm({ form, about: id }), weight: "main" },
      { action: "form", label: words.actions.owner, about: writeForm({ form: "holder", about: id }) },
      { action: "form", label: words.actions.paying, about: writeForm({ form: "paying", about: id }) },
      allBalances,
      {
        action: "do",
        label: words.actions.drop,
        about: writeOperation({ operation: "drop-balance", about: id }),
        weight: "danger",
        ask: words.actions.dropAsk,
      },
    ],
  );
}

/** The way back to the list. */
export const allBalances: Action = {
  action: "do",
  label: words.actions.all,
  about: writeOperation({ operation: "balances", about: "" }),
};

export const goneScreen: Screen = infoScreen(
  "balance-gone",
  words.gone.title,
  [textBlock(words.gone.words)],
  [allBalances],
);

/** The last day of what is bought today, by the page of its row; null where no page is known. */
export function lifeOf({ row }: Holding, today: string, { advisor }: Pick<Ports, "advisor">): string | null {
  const found = row === null ? undefined : advisor().market.row(row);
  return found === undefined ? null : boughtUntil(found, today);
}

/** What is lost soonest first; what loses nothing by its name. */
export function sorted(rows: readonly HoldingRow[], today: string): HoldingRow[] {
  const keyed = rows.map((row) => ({
    row,
    key: `${eventsOf(row.holding, today)[0]?.on ?? "9999"} ${row.holding.product}`,
  }));
  return keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)).map(({ row }) => row);
}

/** Those in whose product or vendor every one of these words is found. */
export function matchingHoldings(rows: readonly HoldingRow[], of: string): HoldingRow[] {
  const asked = of
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return rows.filter(({ holding: { product, vendor } }) => {
    const name = `${product} ${vendor}`.toLowerCase();
    return asked.every((word) => name.includes(word));
  });
}
