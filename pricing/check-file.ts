import type { z } from "zod";

/** A file as it lies on disk: its name for messages, its content not yet trusted. */
export type CatalogueFile = { name: string; content: unknown };

/** The catalogue is wrong. The message names file, row and field. */
export class CatalogueError extends Error {
  override name = "CatalogueError";
}

/** The content of a file, checked. Throws a `CatalogueError` that names file, row and field. */
export function parse<T extends z.ZodType>(file: CatalogueFile, schema: T): z.infer<T> {
  const parsed = schema.safeParse(file.content, { reportInput: true });
  if (parsed.success) return parsed.data;
  const { path, message } = deepest(parsed.error.issues);
  throw new CatalogueError(`${file.name}: ${describe(file.content, path)}: ${message}`);
}

type Issue = z.core.$ZodIssue;
type Fault = { path: PropertyKey[]; message: string };

/** Of a choice between shapes the branch that got furthest is the one that was meant: its fault is the one to tell. */
function deepest(issues: readonly Issue[]): Fault {
  const faults = issues
    .slice(0, 1)
    .flatMap((issue): Fault[] =>
      issue.code === "invalid_union"
        ? issue.errors
            .map((branch) => deepest(branch))
            .map((fault) => ({ ...fault, path: [...issue.path, ...fault.path] }))
        : [{ path: issue.path, message: isAbsent(issue) ? "is missing" : issue.message }],
    );
  return faults.reduce((best, fault) => (fault.path.length > best.path.length ? fault : best), {
    path: [],
    message: "is not as it must be",
  });
}

function isAbsent(issue: Issue): boolean {
  return issue.code === "invalid_type" && issue.input === undefined;
}

type Item = Record<string, unknown>;

const names: Readonly<Record<string, (item: Item, at: number) => string>> = {
  rows: ({ id }, at) => `row ${id ?? at}`,
  accidents: ({ id }, at) => `accident ${id ?? at}`,
  models: ({ id }, at) => `model ${id ?? at}`,
  connections: ({ from, to }, at) => `connection ${from ?? at} -> ${to ?? "?"}`,
};

/** `rows.3.price.amount` says little; `row kling-app-pro: price.amount` says where to look. */
function describe(content: unknown, path: PropertyKey[]): string {
  const [list, index, ...field] = path;
  const nameOf = typeof list === "string" && Object.hasOwn(names, list) ? names[list] : undefined;
  if (nameOf === undefined || typeof index !== "number") return path.join(".") || "file";
  const name = nameOf((content as Record<string, Item[]>)[String(list)]?.[index] ?? {}, index);
  return field.length > 0 ? `${name}: ${field.join(".")}` : name;
}
