import { anthropic } from "./anthropic.ts";
import { anthropicCostTable, anthropicUsageTable } from "./anthropic-table.ts";
import { ccusage } from "./ccusage.ts";
import { decode } from "./decode.ts";
import { focus } from "./focus.ts";
import { Gathering } from "./gathering.ts";
import { googleJson, googleTable } from "./google.ts";
import { excessOf, unitsIn } from "./json.ts";
import { mostRecords, mostUsageBytes } from "./limits.ts";
import { litellm } from "./litellm.ts";
import { messages } from "./messages.ts";
import { openai } from "./openai.ts";
import { openaiCostTable, openaiUsageTable } from "./openai-table.ts";
import type { JsonShape, TableShape } from "./shape.ts";
import { linesIn, tableIn } from "./table.ts";
import type { Usage } from "./usage.ts";

/** The exports that are known, in JSON and as tables; the one that says most of itself first. */
export const jsonShapes: readonly JsonShape[] = [openai, anthropic, ccusage, litellm, googleJson];
export const tableShapes: readonly TableShape[] = [
  focus,
  openaiUsageTable,
  openaiCostTable,
  anthropicUsageTable,
  anthropicCostTable,
  googleTable,
];

/**
 * A usage export in its normal form, or one sentence that says why it is none. Only sums of tokens, requests and money are
 * kept: prompts, keys and names of people are dropped while reading.
 */
export function readUsage(bytes: Uint8Array): { usage: Usage } | { problem: string } {
  if (bytes.length > mostUsageBytes) return { problem: messages.tooLarge };
  const text = decode(bytes).trim();
  if (text === "") return { problem: messages.empty };
  const into = new Gathering();
  const problem = /^[[{]/.test(text) ? readJson(text, into) : readTable(text, into);
  if (problem !== undefined) return { problem };
  if (into.isTooLarge) return { problem: messages.tooManyRows };
  const usage = into.finish();
  return usage === undefined ? { problem: messages.noUse } : { usage };
}

/** What is wrong with it; undefined where it was read. */
function readJson(text: string, into: Gathering): string | undefined {
  const excess = excessOf(text);
  if (excess !== undefined) return excess === "deep" ? messages.tooDeep : messages.tooManyRecords;
  const units = unitsIn(text);
  if (units === undefined) return messages.brokenJson;
  if (units.length > mostRecords) return messages.tooManyRecords;
  const found = new Map<JsonShape, unknown[]>();
  for (const unit of units) {
    const shape = jsonShapes.find((each) => each.is(unit));
    if (shape === undefined) into.leaveOut("unknown_form");
    else {
      const own = found.get(shape) ?? [];
      own.push(unit);
      found.set(shape, own);
    }
  }
  if (found.size === 0) return unknown();
  for (const [shape, own] of found) {
    const read = shape.read(own, into);
    if (read !== undefined) return read.problem;
  }
  return undefined;
}

function readTable(text: string, into: Gathering): string | undefined {
  const read = linesIn(text);
  if (read?.more === true) return messages.tooManyRecords;
  for (const shape of tableShapes) {
    const table = read && tableIn(read.lines, read.delimiter, shape.needs);
    if (table === undefined) continue;
    shape.read(table, into);
    return undefined;
  }
  return unknown();
}

function unknown(): string {
  return messages.unknown([...jsonShapes, ...tableShapes].map(({ lookedFor }) => lookedFor));
}
