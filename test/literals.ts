/** A quoted text or template of a source: what it says, the line on which it begins, and the end of the code before it. */
export type Literal = { text: string; line: number; before: string };

/** Stands in a template for what is filled in. */
export const filled = "\u2026";

const comment = /\/\/.*|\/\*[\s\S]*?\*\//y;
const quoted = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/y;
const pattern = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y;
// Behind one of these a slash begins a pattern; behind anything else it divides.
const beforePattern = /(?:^|[=(,:[!&|?{};>+]|\breturn)\s*$/;

/** So many letters of the code before it are kept with a literal. */
const reach = 60;

/** Every quoted text and template of a source, templates within templates too. Comments and patterns are none. */
export function literalsOf(source: string): Literal[] {
  const found: Literal[] = [];
  const match = (form: RegExp, at: number): string | undefined => {
    form.lastIndex = at;
    return form.exec(source)?.[0];
  };
  const begin = (at: number, before: string): Literal => {
    const literal = { text: "", line: source.slice(0, at).split("\n").length, before };
    found.push(literal);
    return literal;
  };

  /** What begins here and is read as a whole: a comment, a quoted text, a pattern. */
  const wholeAt = (at: number, before: string): string | undefined => {
    if (source[at] === '"' || source[at] === "'") return match(quoted, at);
    if (source[at] !== "/") return undefined;
    return match(comment, at) ?? (beforePattern.test(before) ? match(pattern, at) : undefined);
  };

  /** Reads code up to the end, or to the brace that closes what a template fills in; gives the place behind it. */
  const readCode = (start: number): number => {
    let [at, open, before] = [start, 0, ""];
    while (at < source.length) {
      const whole = wholeAt(at, before);
      if (whole !== undefined) {
        if (whole[0] !== "/") begin(at, before).text = whole.slice(1, -1);
        if (!/^\/[/*]/.test(whole)) before += '""';
        at += whole.length;
      } else if (source[at] === "`") {
        at = readTemplate(at + 1, begin(at, before));
        before += '""';
      } else {
        if (source[at] === "{") open++;
        if (source[at] === "}" && open-- === 0) return at + 1;
        before = (before + source[at++]).slice(-reach);
      }
    }
    return at;
  };

  const readTemplate = (start: number, literal: Literal): number => {
    let at = start;
    while (at < source.length && source[at] !== "`") {
      if (source.startsWith("${", at)) {
        literal.text += filled;
        at = readCode(at + 2);
      } else {
        const part = source.slice(at, at + (source[at] === "\\" ? 2 : 1));
        literal.text += part;
        at += part.length;
      }
    }
    return at + 1;
  };

  readCode(0);
  return found;
}
