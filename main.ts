import "./node-version.mjs";
import { randomBytes } from "node:crypto";
import { inspect } from "node:util";
import { programMessages } from "./program-messages.ts";

/** The local day: what "today" means to the person at this machine. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** Ten letters and digits that no two decisions share, and that can be read out over a phone. */
function newId(): string {
  return Array.from(randomBytes(10), (byte) => "23456789abcdefghjkmnpqrstuvwxyz"[byte % 31]).join("");
}

async function main(): Promise<number> {
  // Adapters are imported only when they are used: a command should not wait for a chat client to load.
  const [
    { listen, widthOf },
    { clean, openAdvisor, openAdvisorThen },
    { nothingGiven, openGiven, readKnowledge },
    { updateVerb },
    { readSettings },
    { chats },
    manifest,
  ] = await Promise.all([
    import("./adapters/terminal/index.ts"),
    import("#core"),
    import("./knowledge.ts"),
    import("./newer-prices.ts"),
    import("./settings.ts"),
    import("./adapters/chats.ts"),
    import("./package.json", { with: { type: "json" } }),
  ]);
  const { stdin, stdout, argv } = process;
  const complain = (text: string) => process.stderr.write(`${clean(text)}\n`);
  const set = readSettings(process.env);
  if ("problems" in set) {
    for (const problem of set.problems) complain(problem);
    return 2;
  }
  const { env, settings } = set;
  for (const warning of set.warnings) complain(warning);
  const knowledge = readKnowledge(env);
  if ("problem" in knowledge) {
    complain(knowledge.problem);
    return 2;
  }
  const known = () => knowledge.open();
  // A reader that has seen enough, such as `head`, closes the pipe: that is no fault.
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  if (stdout.isTTY && !stdout.columns) stdout.columns = widthOf(0);
  const readings = async () => (await import("./facts.ts")).readingsHere(settings.store, complain);
  return listen(
    {
      argv: argv.slice(2),
      interactive: stdin.isTTY === true && stdout.isTTY === true,
      layout: { width: widthOf(stdout.columns), colour: stdout.isTTY === true && !env.NO_COLOR },
      print: (text) => stdout.write(`${text}\n`),
      complain: (text) => process.stderr.write(`${text}\n`),
    },
    {
      today: today(),
      version: manifest.default.version,
      openAdvisor: async (asOf) => openAdvisor(known().catalogue, known().rates, asOf, await readings()),
      openAdvisorThen: async (asOf) => openAdvisorThen(known().catalogue, known().rates, asOf, await readings()),
      openShipped: (asOf) => {
        const shipped = openGiven(nothingGiven);
        return openAdvisor(shipped.catalogue, shipped.rates, asOf);
      },
      openStore: async () => (await import("./adapters/sql/index.ts")).openStore({ ...settings.store, now: Date.now }),
      hasStore: async () => (await import("./facts.ts")).hasStore(settings.store),
      now: Date.now,
      newId,
      env,
      facts: {
        openReader: async (pages) => (await import("./facts.ts")).openPages(pages, manifest.default.version),
        write: async (seen) => (await import("./facts.ts")).propose(seen),
      },
      chats: {
        serve: async (say) => (await import("./serve.ts")).serve(set, say, { today, newId, knowledge }),
        doctor: async () => (await import("./doctor.ts")).doctor(set, knowledge),
        verbs: [updateVerb(knowledge, today), ...chats.flatMap(({ verbs }) => verbs)],
      },
      draw: async (charts) => (await import("./adapters/picture/index.ts")).drawOnce(charts),
      openCounter: async () => {
        const { openWorker } = await import("./adapters/worker/index.ts");
        return openWorker(new URL("worker.ts", import.meta.url)).counter;
      },
    },
  );
}

try {
  process.exitCode = await main();
} catch (fault) {
  const reference = Date.now().toString(36);
  console.error(programMessages.broken(reference));
  // What it quotes must not command the terminal.
  console.error(inspect(fault).replace(/[^\P{Cc}\n]/gu, " "));
  process.exitCode = 1;
}
