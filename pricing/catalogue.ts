import type { z } from "zod";
import type { Accident } from "./accidents.ts";
import type { PlainDate } from "./dates.ts";
import type { drainSchema } from "./parts.ts";
import type { Confirmed, Reading } from "./readings.ts";
import type { connectionsFileSchema, rowSchema } from "./schema.ts";
import type { sellingRoutes, units } from "./vocabulary.ts";

export type SellingRoute = (typeof sellingRoutes)[number];
export type UnitId = (typeof units)[number];
/** What one use takes out of a wallet. */
export type Drain = z.infer<typeof drainSchema>;

type RawRow = z.infer<typeof rowSchema>;

/**
 * `freshDays`: for how many days a reading of it counts as fresh. `staleAfter`: the last day on which the last one does.
 * `confirmed`: that reading, where it is not the source.
 */
type Freshness = { freshDays: number; staleAfter: PlainDate | null; confirmed?: Confirmed };

type Readings = { readings?: Reading[] | undefined };

/** Set where a figure is not ours: whoever runs the program has added it. */
type Whose = { own?: true };

/** One thing that is sold, as it was read. */
export type Row = Omit<RawRow, "drains" | "readings"> & { vendor: string; drains: Drain[] } & Freshness &
  Readings &
  Whose;

export type Price = RawRow["price"];

/** An edge: whether the wallet `from` pays for the use `to`, as one official page says it. */
export type Connection = Omit<z.infer<typeof connectionsFileSchema>["connections"][number], "readings"> &
  Freshness &
  Readings &
  Whose;

type Use = { id: string; name: string };

type Vendor = { id: string; name: string; words: string[] };

/** All that is known of what is sold, checked. Nothing in it depends on today. */
export type Catalogue = {
  /** The newest reading and a digest of the content: two catalogues with one version are equal. */
  version: string;
  vendors: Vendor[];
  rows: Row[];
  uses: Use[];
  connections: Connection[];
  /** Billing accidents that people had, in the order of their file. */
  accidents: Accident[];
};
