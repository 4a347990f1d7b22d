export type { Catalogue, Connection, Price, Row, SellingRoute, UnitId } from "./catalogue.ts";
export { isPlainDate, type PlainDate } from "./dates.ts";
export { sellingRoutes } from "./vocabulary.ts";
