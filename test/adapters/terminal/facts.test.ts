import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { installation, type NewReading, openAdvisors, type Store } from "#core";
import { openStore } from "../../../adapters/sql/index.ts";
import { listen } from "../../../adapters/terminal/index.ts";
import { openReader, strictPolicy } from "../../../adapters/web/index.ts";
import { openCatalogue } from "../../../pricing/open.ts";
import { openRates } from "../../../pricing/rates/open.ts";
import { exampleDay } from "../../advisor.ts";
import { start } from "../../wire/program.ts";
import { allLocal, certificate, Site } from "../../wire/site.ts";

const hanging = 60_000;
let folder: string;
let site: Site;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "aicost-facts-"));
  site = await new Site().start();
});
afterEach(async () => {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The shipped catalogue, with the pages of one vendor on this machine and read so long ago that all of them are stale. */
function catalogueHere() {
  const shipped = openCatalogue();
  const rows = shipped.rows.map((row) =>
    row.vendor === "suno"
      ? { ...row, staleAfter: "2026-01-01", source: { ...row.source, url: site.url(`vendor.test/${row.id}`) } }
      : row,
  );
  return { ...shipped, rows };
}

/** `facts` with these words, on a store of its own, and a door to this machine. */
async function facts(...words: string[]) {
  const [out, complaints, wrote]: [string[], string[], NewReading[]] = [[], [], []];
  const advisorOn = openAdvisors(catalogueHere(), openRates());
  const open = () => openStore({ file: join(folder, "aicost.db"), now: () => 0 });
  const readings = async () => within(open, (store) => store.of(installation).factReadings());
  const never = () => expect.fail("not asked for");
  let opened = 0;
  const code = await listen(
    {
      ...{ argv: ["facts", ...words], interactive: false, layout: { width: 100, colour: false } },
      print: (text) => out.push(text),
      complain: (text) => complaints.push(text),
    },
    {
      ...{ today: exampleDay, version: "0", env: {}, now: () => 5, newId: () => "id" },
      openAdvisor: async (asOf) => advisorOn(asOf, await readings()),
      openAdvisorThen: advisorOn,
      openShipped: advisorOn,
      draw: never,
      openCounter: never,
      openStore: open,
      hasStore: async () => true,
      facts: {
        openReader: async (pages) => {
          opened += 1;
          const policy = strictPolicy(new Set(pages.map((page) => new URL(page).host)), "0");
          const here = (address: string) => address === "127.0.0.1";
          return openReader({
            ...policy,
            mayConnect: here,
            lookup: allLocal,
            ca: certificate,
            wait: async () => undefined,
          });
        },
        write: async (seen) => {
          wrote.push(...seen);
          return { text: "Changed: pricing/vendors/suno.json." };
        },
      },
      chats: { serve: never, doctor: never, verbs: [] },
    },
  );
  return { code, out: out.join("\n"), complaints: complaints.join("\n"), wrote, opened, kept: await readings() };
}

async function within<T>(open: () => Promise<Store>, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await open();
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const well = () => {
  site.html("vendor.test/suno-free", "Free: $0, 50 credits");
  site.html("vendor.test/suno-pro", "Suno Pro: US$10 a month, or $8 yearly, 2,500 credits");
};

describe("facts check", () => {
  it("reads pages, keeps what is still there, and ends with 2 as long as somebody has to look", async () => {
    well();
    const first = await facts("check", "--vendor", "suno");
    expect(first.out).toMatch(/\d still there, \d changed, \d not read, \d to read by hand\./);
    expect(first.out).toContain("Not read: the site answered with an error (404).");
    expect(first.code).toBe(2);
    expect(first.opened).toBe(1);
    expect(first.complaints).toContain(`1 of 3: ${site.url("vendor.test/suno-free")}`);
    expect(first.wrote).toEqual([]);
    expect(first.kept.map(({ fact }) => fact.split("|")[0])).toContain("suno-free");
    const again = await facts("check", "--vendor", "suno", "--json");
    expect(JSON.parse(again.out).map(({ about }: { about: string }) => about)).not.toContain("suno-free");
  });

  it("proposes readings only with --write, and then by the files alone, whatever was read here before", async () => {
    well();
    await facts("check", "--vendor", "suno");
    const { wrote, complaints } = await facts("check", "--vendor", "suno", "--write");
    expect(wrote.map(({ about }) => about)).toContainEqual({ vendor: "suno", row: "suno-free", from: null });
    expect(complaints).toContain("Changed: pricing/vendors/suno.json.");
  });
});

describe("facts due and facts readings", () => {
  it("open no door to the net", async () => {
    const due = await facts("due", "--vendor", "suno");
    expect(due).toMatchObject({ code: 0, opened: 0 });
    expect(due.out).toContain(site.url("vendor.test/suno-free"));
    expect(await facts("readings")).toMatchObject({ code: 0, opened: 0 });
    expect(site.asked).toEqual([]);
  });
});

describe("words behind facts", () => {
  it.each([
    [[], "facts takes due, check or readings"],
    [["chek"], "check"],
    [["due", "--write"], "Only facts check"],
    [["check", "--all"], "Only facts due"],
    [["readings", "--vendor", "suno"], "takes no --vendor"],
    [["due", "more"], 'takes no "more"'],
    [["due", "--vendor", "nobodys"], "nobodys"],
  ])("%j are put right in one line", async (words, says) => {
    const { code, complaints, opened } = await facts(...words);
    expect({ code, opened }).toEqual({ code: 2, opened: 0 });
    expect(complaints).toContain(says);
  });
});

/** Writes down whatever this process would look up or connect to, and lets nothing through. */
const watch = `
import dns from "node:dns";
import net from "node:net";
import { appendFileSync } from "node:fs";
const told = (what) => { appendFileSync(process.env.WATCHED, what + "\\n"); throw new Error("no net: " + what); };
net.Socket.prototype.connect = (...given) => told("connect " + JSON.stringify(given[0]));
dns.lookup = (name) => told("lookup " + name);
globalThis.fetch = (url) => told("fetch " + url);
`;

describe("a fresh installation", () => {
  const run = async (args: readonly string[]) => {
    writeFileSync(join(folder, "watch.mjs"), watch);
    const program = start(
      args,
      { NODE_OPTIONS: `--import ${pathToFileURL(join(folder, "watch.mjs"))}`, WATCHED: join(folder, "watched") },
      folder,
    );
    program.child.stdin?.end();
    const code = await program.ended;
    const watched = existsSync(join(folder, "watched")) ? readFileSync(join(folder, "watched"), "utf8") : "";
    return { code, out: program.out(), watched };
  };

  it.each([["plans", "suno"], ["explain", "traps"], ["decisions"], ["facts", "due"], ["facts", "readings"], ["help"]])(
    "asks nothing of the net: %s %s",
    async (...args) => {
      const { code, watched } = await run(args);
      expect({ code, watched }).toEqual({ code: 0, watched: "" });
    },
    hanging,
  );

  it.each([
    ["plans", "suno"],
    ["facts", "due"],
    ["facts", "readings"],
  ])(
    "makes no database by being asked, and answers by the files alone where there is none: %s %s",
    async (...args) => {
      expect((await run(args)).code).toBe(0);
      expect(existsSync(join(folder, "data"))).toBe(false);
    },
    hanging,
  );

  it(
    "would be seen asking: the watcher hears what facts check looks up",
    async () => {
      const { code, watched } = await run(["facts", "check", "--vendor", "suno"]);
      expect(watched).toMatch(/(lookup|connect).*suno\.com/);
      expect(code).toBe(2);
    },
    hanging,
  );

  it(
    "has what was read again here in every command from then on",
    async () => {
      const row = openCatalogue().rows.find(({ id }) => id === "suno-pro") ?? expect.fail("no such row");
      const { rowKey } = await import("../../../src/market/page-facts.ts");
      await within(
        () => openStore({ file: join(folder, "data", "aicost.db"), now: () => 0 }),
        (store) =>
          store.of(installation).keepFactReading({
            ...{ fact: rowKey(row), on: "2026-11-01", says: "same", evidence: "official" },
            ...{ value: null, owner: null, at: 0 },
          }),
      );
      const { out, watched } = await run(["plans", "suno", "--json"]);
      expect(out).toContain('"staleAfter": "2026-12-31"');
      expect(watched).toBe("");
    },
    hanging,
  );
});
