import { advisorOn, exampleDay } from "../advisor.ts";

const { catalogue } = advisorOn(exampleDay).market;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const any = (texts: readonly string[]) => new RegExp(`(?<![\\w./-])(${texts.map(escaped).join("|")})(?![\\w-])`);
const rows = catalogue.rows.map(({ id }) => id).filter((id) => id.includes("-"));
const models = [...new Set(catalogue.rows.flatMap((row) => row.drains.map(({ model }) => model ?? "")))].filter(
  Boolean,
);
const keys = [...new Set(models)].filter((model) => model.includes(":"));
const vendors = catalogue.vendors.map(({ id }) => id);

/** What only the program uses, by kind. */
const codes: Record<string, RegExp> = {
  rule: /\b[A-Z]{2}-\d\d\b/,
  check: /\bVF-\d\b/,
  row: any(rows.filter((id) => !models.includes(id))),
  model: new RegExp(
    `(?<![\\w./-])(${[...vendors, ...keys.map((key) => key.split(":")[0] ?? "")].map(escaped).join("|")}):[a-z0-9]`,
  ),
  digest: any([catalogue.version]),
  decision: /\bid\d+\b/,
};

/** Every code of the program in these texts, with its kind. Nobody reads them: they stand in JSON and in exports. */
export const codesIn = (texts: readonly string[]) =>
  texts.flatMap((text) =>
    Object.entries(codes).flatMap(([kind, code]) => (code.test(text) ? [`${kind}: ${text}`] : [])),
  );
