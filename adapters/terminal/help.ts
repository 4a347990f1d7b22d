import type { OperatorVerb } from "#core";
import { helpWords } from "./help-words.ts";

const column = 41;

/** What `help` prints. `operators`: the verbs that chats bring along. */
export function helpText(operators: readonly OperatorVerb[]): string {
  const lines = operators.map(({ verb, flag, help }) => {
    const usage = `  ${verb}${flag === null ? "" : ` [${flag.name} ${flag.takes}]`}`;
    return `${usage.padEnd(column)}${help}`;
  });
  return helpWords(lines.join("\n"));
}
