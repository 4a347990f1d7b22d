import { PassThrough, Writable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";

/** A question as the terminal puts it. */
export type Prompt = {
  kind: "select" | "multiselect" | "autocompleteMultiselect" | "text";
  message: string;
  placeholder: string;
  options: string[];
  initial: string[];
};

/**
 * Somebody at a terminal: the real prompts draw into it and read its keys. `keysFor` says which keys answer a prompt;
 * `saw` is told what stands on the screen before the first of them. A line that is refused is told too, and left empty then.
 */
export class Person {
  keysFor: (prompt: Prompt) => string = () => enter;
  saw: (text: string, prompt: Prompt | null) => void = () => undefined;
  readonly columns: number;

  constructor(columns = 80) {
    this.columns = columns;
  }

  /** The library's prompts, each with streams of this person's own. */
  wrapped<Library extends object>(library: Library): Library {
    const functions = library as Record<string, unknown>;
    const prompts = Object.fromEntries(
      (["select", "multiselect", "autocompleteMultiselect", "text"] as const).map((kind) => [
        kind,
        (given: Record<string, unknown>) => this.#ask(kind, functions[kind] as Ask, given),
      ]),
    );
    const lines = Object.fromEntries(
      ["intro", "outro", "cancel"].map((name) => [
        name,
        (words: string) => {
          const output = new Output(this.columns);
          (functions[name] as (words: string, more: object) => void)(words, { output });
          this.saw(output.text, null);
        },
      ]),
    );
    return { ...library, ...prompts, ...lines };
  }

  async #ask(kind: Prompt["kind"], ask: Ask, given: Record<string, unknown>): Promise<unknown> {
    const [input, output] = [new Keys(), new Output(this.columns)];
    const options = ((given.options ?? []) as { value: unknown }[]).map(({ value }) => String(value));
    const initial = [given.initialValue ?? given.initialValues ?? []].flat().map(String);
    const prompt = {
      kind,
      message: String(given.message),
      placeholder: String(given.placeholder ?? ""),
      options,
      initial,
    };
    let done = false;
    const answer = ask({ ...given, input, output }).finally(() => {
      done = true;
    });
    await turn();
    this.saw(output.text, prompt);
    let keys = this.keysFor(prompt);
    for (let tries = 0; !done; keys = clear + enter) {
      if (++tries > 3) throw new Error(`no key leads on from: ${output.text}`);
      output.text = "";
      for (const key of keyed(keys)) {
        input.write(key);
        await turn();
      }
      for (let turns = 0; turns < 20 && !done; turns++) await turn();
      if (!done) this.saw(output.text, prompt);
    }
    return answer;
  }
}

type Ask = (given: object) => Promise<unknown>;

export const enter = "\r";
const down = "\u001b[B";
/** The option that leaves a choice empty. */
const nothing = "";
/** Takes out what is typed already. */
const clear = "\u0015";

/** The keys that answer a prompt with this; Enter alone where there is nothing to say. */
export function keysOf({ kind, options, initial }: Prompt, value: string | string[] | undefined): string {
  const wanted = [value ?? (options.includes(nothing) ? nothing : initial)].flat();
  if (kind === "text" && value === undefined) return enter;
  switch (kind) {
    case "text":
      return `${clear}${wanted.join(", ")}${enter}`;
    case "select": {
      const [to, from] = [
        options.indexOf(wanted[0] ?? ""),
        initial.length === 0 ? 0 : options.indexOf(initial[0] ?? ""),
      ];
      return `${down.repeat(to < 0 ? 0 : (to - from + options.length) % options.length)}${enter}`;
    }
    case "multiselect":
    case "autocompleteMultiselect": {
      let at = 0;
      const keys = options.flatMap((option, to) => {
        if (wanted.includes(option) === initial.includes(option)) return [];
        const steps = down.repeat(to - at);
        at = to;
        return [`${steps}${kind === "multiselect" ? " " : "\t"}`];
      });
      return `${keys.join("")}${enter}`;
    }
  }
}

/** Keys one by one: an arrow is three characters. */
function keyed(keys: string): string[] {
  return keys.split(down).flatMap((part, at) => [...(at === 0 ? [] : [down]), ...part]);
}

class Keys extends PassThrough {
  isTTY = true;
  setRawMode(): this {
    return this;
  }
}

class Output extends Writable {
  isTTY = true;
  rows = 40;
  text = "";
  readonly columns: number;

  constructor(columns: number) {
    super();
    this.columns = columns;
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.text += stripVTControlCharacters(chunk.toString());
    done();
  }
}
