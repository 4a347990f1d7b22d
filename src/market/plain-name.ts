import type { Row } from "#pricing";
import type { Market } from "./market.ts";

/** What the API of a row is called, by its vendor. */
export function apiName(row: string, market: Market): string {
  const found = market.row(row);
  return found === undefined ? row : `${market.vendorName(found.vendor)} API`;
}

/** What a product is called in a sentence: an API by its vendor, for its row often names the way it is paid. */
export function plainName({ id, route, product }: Pick<Row, "id" | "route" | "product">, market: Market): string {
  return route === "api_meter" ? apiName(id, market) : product;
}
