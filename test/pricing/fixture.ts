import type { CatalogueFile } from "../../pricing/check-file.ts";

// Untyped on purpose: these stand for files on disk, and most tests put something wrong into them.
type Json = Record<string, unknown>;

/** A valid price, with what a test changes in it. */
export function price(overrides: Json = {}): Json {
  return { amount: "12.50", currency: "USD", period: "month", kind: "list", per: "account", ...overrides };
}

/** A valid source, read on 5 October 2026. */
export function source(overrides: Json = {}): Json {
  return { url: "https://acme.example/prices", readOn: "2026-10-05", evidence: "official_copy", ...overrides };
}

/** A valid drain: five credits a second of video. */
export function drain(overrides: Json = {}): Json {
  return {
    use: "Video",
    output: "video",
    model: null,
    resolution: null,
    audio: null,
    clipSeconds: null,
    amount: "5",
    amountTo: null,
    unit: "credit",
    per: "second",
    ...overrides,
  };
}

/** A valid row of an invented vendor, with what a test changes in it. */
export function row(overrides: Json = {}): Json {
  return {
    id: "acme-plus",
    product: "Acme Plus",
    kind: "plan",
    route: "app_subscription",
    shelf: "plan",
    outputs: ["video"],
    unit: "credit",
    unitName: "Acme credits",
    included: [],
    drains: [],
    price: price(),
    otherPrices: [],
    seats: null,
    ownerKind: "personal",
    owner: "The person who has the account.",
    expiry: { answer: null, life: null, text: "The page does not say." },
    lots: [],
    rollover: { answer: null, text: "The page does not say." },
    order: null,
    atZero: { answer: "stops", text: "Work stops." },
    refunds: { answer: null, text: "The page does not say." },
    concurrency: null,
    rights: { answer: null, text: "The page does not say." },
    controls: [],
    topUp: { ways: [], rate: null },
    dataTraining: { answer: null, text: "The page does not say." },
    notes: [],
    source: source(),
    confidence: "high",
    from: null,
    until: null,
    status: "active",
    closedSince: null,
    ...overrides,
  };
}

/** The file of the invented vendor, with these rows. */
export function vendorFile(rows: Json[], overrides: Json = {}): CatalogueFile {
  return {
    name: "vendors/acme.json",
    content: { id: "acme", name: "Acme", words: ["acme"], cards: {}, rows, ...overrides },
  };
}

/** A valid connection between two rows, with what a test changes in it. */
export function connection(overrides: Json = {}): Json {
  return {
    from: "acme-plus",
    to: "acme-api",
    status: "separate",
    says: "The two are billed apart.",
    only: null,
    url: "https://acme.example/billing",
    readOn: "2026-10-05",
    since: null,
    until: null,
    confidence: "high",
    ...overrides,
  };
}

/** The file of connections, with the one use outside the catalogue that it names. */
export function connectionsFile(connections: Json[] = []): CatalogueFile {
  return {
    name: "connections.json",
    content: { uses: [{ id: "partner-apps", name: "Apps of partners" }], connections },
  };
}
