/** How deep causes are followed. */
const deepest = 5;

/**
 * What a log may tell of an error: what it is and where it was thrown. Clients and databases hang whole requests and rows on
 * their errors; of these only short codes are taken, as anything else may hold what people typed.
 */
export function toldOf(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return { type: typeof error, message: quiet(String(error)) };
  const { name, message, stack = "", cause } = error;
  const { code, status, errors } = error as { code?: unknown; status?: unknown; errors?: unknown };
  const said = isQuoting(error) ? "(hidden)" : quiet(message);
  const deeper = depth < deepest;
  return {
    type: name,
    message: said,
    // The message stands in front of it once more, however many lines it has.
    stack: stack.slice(Math.max(0, stack.search(/^ {4}at /m))),
    ...(isCode(code) ? { code } : {}),
    ...(isCode(status) ? { status } : {}),
    ...(cause === undefined || !deeper ? {} : { cause: toldOf(cause, depth + 1) }),
    ...(Array.isArray(errors) && deeper ? { errors: errors.slice(0, 5).map((each) => toldOf(each, depth + 1)) } : {}),
  };
}

/** A sentence of a parser repeats what it could not read; that of a schema, the value. */
function isQuoting({ name }: Error): boolean {
  return name === "SyntaxError" || name === "ZodError" || name === "$ZodError";
}

const longest = 300;

/** Whoever says more than a sentence or two repeats something. */
function quiet(message: string): string {
  return message.length > longest ? `${message.slice(0, longest)}...` : message;
}

function isCode(value: unknown): value is string | number {
  return typeof value === "number" || (typeof value === "string" && /^[\w.-]{1,60}$/.test(value));
}
