export { type Accident, type AccidentTheme, accidentThemes } from "./accidents.ts";
export type { Catalogue, Connection, Drain, Price, Row, SellingRoute, UnitId } from "./catalogue.ts";
export { addDays, addMonths, daysBetween, isPlainDate, type PlainDate } from "./dates.ts";
export { mostQuoted, wordStarts } from "./quote.ts";
export type {
  Factor,
  FactorKind,
  ModelRef,
  PriceUpdate,
  RateBook,
  RateFound,
  RateRow,
  TokenRates,
} from "./rates/rate.ts";
export { type Confirmed, type Evidence, freshness, type NewReading, type Reading } from "./readings.ts";
export { sellingRoutes } from "./vocabulary.ts";
