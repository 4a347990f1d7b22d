export type { Catalogue, Connection, Drain, Price, Row, SellingRoute, UnitId, Use, Vendor } from "./catalogue.ts";
export { addDays, addMonths, isPlainDate, type PlainDate } from "./dates.ts";
export { openCatalogue } from "./files.ts";
export { CatalogueError, type CatalogueFile, loadCatalogue, shelfDays } from "./load.ts";
export { units } from "./schema.ts";
