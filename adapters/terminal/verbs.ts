import {
  type Advisor,
  countedBlocks,
  type DecisionFilter,
  everyDecision,
  explain,
  type Found,
  isPlainDate,
  lookUpAdvice,
  lookUpCatalogue,
  lookUpComparison,
  lookUpEstimate,
  lookUpPlans,
  lookUpUsage,
  mostUsageBytes,
  type Output,
  readChat,
  readFilter,
  readUsageWork,
} from "#core";
import { addBalance, addBalances, dropBalance, listBalances } from "./balances.ts";
import { commandMessages } from "./command-messages.ts";
import { listDecisions, renameDecision, showDecision } from "./decisions.ts";
import { factsVerb } from "./facts.ts";
import { helpText } from "./help.ts";
import { readBytes, readJson, readText } from "./input.ts";
import { exportDecisions, showLedger } from "./ledger.ts";
import { type Layout, wrap } from "./lines.ts";
import { doctorVerb, rotateVerb, withStore } from "./operator.ts";
import { withPictures } from "./picture.ts";
import type { TerminalPorts } from "./ports.ts";
import { type Printed, toJson } from "./printed.ts";
import { promptMessages as words } from "./prompt-messages.ts";
import type { Command } from "./receive.ts";
import { renderBlocks } from "./render.ts";
import { tickCheck } from "./ticks.ts";

/** Runs one verb. Reads a file only for `advise`, `estimate`, `compare`, `usage` and `tokens`, and the store for `decisions` and `facts`; only `facts check` writes. */
export async function runVerb(
  command: Exclude<Command, { verb: "converse" | "words" }>,
  ports: TerminalPorts,
  layout: Layout,
  say: (line: string) => void,
): Promise<Printed> {
  if ("asOf" in command && command.asOf !== null && !isPlainDate(command.asOf)) {
    return { misuse: commandMessages.noDay(command.asOf, ports.today) };
  }
  const asked = async (ask: (advisor: Advisor) => Printed | Promise<Printed>): Promise<Printed> => {
    const asOf = "asOf" in command ? command.asOf : null;
    const opened = await (asOf === null ? ports.openAdvisor(ports.today) : ports.openAdvisorThen(asOf));
    return "problem" in opened ? { misuse: opened.problem } : ask(opened);
  };
  switch (command.verb) {
    case "help":
      return { text: helpText(ports.chats.verbs) };
    case "version":
      return { text: ports.version };
    case "advise": {
      const read = await readJson(command.answers);
      if ("misuse" in read) return read;
      return asked((advisor) => {
        const { details, json } = command;
        const found = lookUpAdvice(read.value, advisor, { details });
        const told = printed(found, json, layout);
        const isShort = "text" in told && !details && !json;
        const shown = isShort ? { text: `${told.text}\n\n${wrap(words.moreDetails, layout.width, "")}` } : told;
        return withPictures(shown, found, { bars: details && !json, png: command.png }, ports, layout, say);
      });
    }
    case "estimate":
    case "compare": {
      const { from, json } = command;
      const read = await workOf(from);
      if ("misuse" in read) return read;
      return asked((advisor) => {
        const work = "bytes" in read ? readUsageWork(read.bytes, advisor) : null;
        if (work !== null && "problem" in work) return printed(work, json, layout);
        const given = "bytes" in read ? { input: work } : read;
        const found = (command.verb === "estimate" ? lookUpEstimate : lookUpComparison)(given, advisor);
        const wanted = { bars: command.verb === "estimate" && !json, png: command.png };
        return withPictures(printed(found, json, layout), found, wanted, ports, layout, say);
      });
    }
    case "usage": {
      const read = await readBytes(command.file, mostUsageBytes);
      if ("misuse" in read) return read;
      return asked((advisor) => printed(lookUpUsage(read.bytes, advisor), command.json, layout));
    }
    case "tokens":
      return tokensVerb(command, ports, layout);
    case "plans":
      return asked((advisor) => printed(lookUpPlans(command, advisor), command.json, layout));
    case "explain":
      return asked((advisor) => {
        const found = explain(command.topic, advisor);
        return "problem" in found
          ? { misuse: found.problem }
          : { text: renderBlocks(found.blocks, layout).trimStart() };
      });
    case "decisions":
      return withStore(ports, (store) =>
        showDecision(store, { show: command.show, details: command.details }, ports, layout),
      );
    case "list":
      return filtered(command.of, ports, (of) =>
        withStore(ports, (store) => listDecisions(store, layout, of, command.page)),
      );
    case "rename":
      return withStore(ports, (store) => renameDecision(store, command.of, command.name, ports.now()));
    case "tick":
      return withStore(ports, (store) => tickCheck(store, command, ports, layout));
    case "ledger":
      return withStore(ports, async (store) =>
        showLedger(store, command.page, command.of, await ports.openAdvisor(ports.today), layout),
      );
    case "export":
      return filtered(command.of, ports, (of) =>
        withStore(ports, async (store) =>
          exportDecisions(store, command.format, await ports.openAdvisor(ports.today), of),
        ),
      );
    case "facts":
      return factsVerb(command, ports, layout, say);
    case "balances":
      return withStore(ports, async (store) => {
        const { printed, single, ...found } = await listBalances(store, command, ports, layout);
        const wanted = { bars: single && !command.json, png: command.png };
        return withPictures(printed, found, wanted, ports, layout, say);
      });
    case "add-balance":
      return withStore(ports, (store) => addBalance(store, command, ports));
    case "add-balances": {
      const read = await readJson(command.file);
      return "misuse" in read ? read : withStore(ports, (store) => addBalances(store, read.value, ports));
    }
    case "drop-balance":
      return withStore(ports, (store) => dropBalance(store, command.of));
    case "serve":
      return ports.chats.serve(say);
    case "doctor":
      return doctorVerb(await ports.chats.doctor());
    case "rotate-key":
      return rotateVerb(ports);
    case "operate":
      return command.operator.run(command.value, ports.env);
    case "catalogue":
      return asked((advisor) => printed(lookUpCatalogue(advisor), command.json, layout));
  }
}

/** Does something with the decisions that words and flags mean, or says what was not understood. */
async function filtered(
  of: string,
  ports: TerminalPorts,
  work: (filter: DecisionFilter) => Promise<Output>,
): Promise<Output> {
  if (of === "") return work(everyDecision);
  const read = readFilter(of, ports.today, (await ports.openAdvisor(ports.today)).market);
  return "problem" in read ? { misuse: read.problem } : work(read.filter);
}

/** What was found, as blocks or as data; what a person can put right, a line each. */
/** The work of an estimate: in words, or what a file holds. */
async function workOf(from: Extract<Command, { verb: "estimate" | "compare" }>["from"]) {
  if ("usage" in from) return readBytes(from.usage, mostUsageBytes);
  if ("words" in from) return from;
  const read = await readJson(from.file);
  return "misuse" in read ? read : { input: read.value };
}

function printed(found: Found | { problem: string } | { problems: string[] }, json: boolean, layout: Layout): Printed {
  if ("problems" in found) return { misuses: found.problems };
  if ("problem" in found) return { misuse: found.problem };
  return { text: json ? toJson(found.data) : renderBlocks(found.blocks, layout).trimStart() };
}

async function tokensVerb(
  command: Extract<Command, { verb: "tokens" }>,
  ports: TerminalPorts,
  layout: Layout,
): Promise<Output> {
  const read = await readText(command.file);
  if ("misuse" in read) return read;
  const what = command.chat ? readChat(read.text) : read.text;
  const counter = await ports.openCounter();
  const counted = await counter.count(what, command.model);
  await counter.close();
  if ("problem" in counted) return { misuse: counted.problem };
  return { text: command.json ? toJson(counted) : renderBlocks(countedBlocks(counted), layout).trimStart() };
}
