import type { Market } from "../market/market.ts";
import type { FieldOption } from "../screen/screen.ts";

const kept = new WeakMap<Market, FieldOption[]>();

/** Every vendor, and every product under its vendor's name: what the question for vendors can be answered with. */
export function sellerOptions(market: Market): FieldOption[] {
  const known = kept.get(market);
  if (known !== undefined) return known;
  const sellers = market.catalogue.vendors.flatMap((vendor): FieldOption[] => [
    { id: vendor.id, label: vendor.name, hint: "any product of theirs", group: vendor.name },
    ...market
      .rowsOf(vendor.id)
      .filter((row) => row.kind !== "tier")
      .map((row) => ({ id: row.id, label: row.product, group: vendor.name })),
  ]);
  const apart = "None of these";
  const options = [
    ...sellers,
    { id: "other", label: "Another vendor", group: apart },
    { id: "undecided", label: "Not decided", group: apart },
  ];
  kept.set(market, options);
  return options;
}

/**
 * The vendors and products that what was typed may mean, those that begin with it first; with nothing typed, the vendors
 * and then the rest. At most `most`.
 */
export function findSellers(typed: string, market: Market, most: number): FieldOption[] {
  const words = typed.trim().toLowerCase().slice(0, 60);
  const rank = ({ id, label, group = "" }: FieldOption): number => {
    const [name, family] = [label.toLowerCase(), group.toLowerCase()];
    if (words === "")
      return market.catalogue.vendors.some((vendor) => vendor.id === id) || family === "none of these" ? 0 : 1;
    if (name.startsWith(words) || id === words) return 0;
    if (family.startsWith(words)) return 1;
    return `${name} ${family} ${id}`.includes(words) ? 2 : 9;
  };
  return sellerOptions(market)
    .map((option) => ({ option, at: rank(option) }))
    .filter(({ at }) => at < 9)
    .sort((one, other) => one.at - other.at)
    .slice(0, most)
    .map(({ option }) => option);
}

/** Typed names, separated by commas, as ids; what is no name of the catalogue stays as it is, to be refused by name. */
export function readSellers(typed: string, market: Market): string[] {
  const options = sellerOptions(market);
  return typed
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name) => {
      const said = name.toLowerCase();
      return options.find(({ id, label }) => id === said || label.toLowerCase() === said)?.id ?? name;
    });
}
