import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "../../pricing/load.ts";
import type { NewReading } from "../../pricing/readings.ts";
import { writeReadings } from "../../pricing/write-readings.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aicost-write-"));
  cpSync("pricing/vendors", join(folder, "vendors"), { recursive: true });
  cpSync("pricing/connections.json", join(folder, "connections.json"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = (name: string) => readFileSync(join(folder, name), "utf8");
const write = (...readings: NewReading[]) => writeReadings(pathToFileURL(`${folder}/`), readings);
const all = () =>
  Object.fromEntries(
    ["connections.json", ...readdirSync(join(folder, "vendors")).map((name) => `vendors/${name}`)].map((name) => [
      name,
      text(name),
    ]),
  );
const load = () =>
  loadCatalogue(
    readdirSync(join(folder, "vendors")).map((name) => ({ name, content: JSON.parse(text(`vendors/${name}`)) })),
    { name: "connections.json", content: JSON.parse(text("connections.json")) },
  );
const rowOf = (id: string) => load().rows.find((row) => row.id === id);

/** A row without further readings. */
const plain = "kimi-plus";

const seen = (more: Partial<NewReading> = {}): NewReading => {
  const row = rowOf(plain);
  return {
    about: { vendor: "moonshot", row: plain, from: null },
    url: row?.source.url ?? "",
    readOn: row?.source.readOn ?? null,
    ...{ on: "2026-11-21", quote: 'Free: $0, "50 credits"' },
    ...more,
  };
};

/** The lines that only one of two texts has. */
function lines(before: string, after: string): { gone: string[]; come: string[] } {
  const [old, young] = [before.split("\n"), after.split("\n")];
  const rest = [...young];
  const gone = old.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return { gone, come: rest };
}

describe("readings proposed for the files", () => {
  it("come behind the source, and nothing else in any file changes", () => {
    const before = all();
    expect(write(seen())).toEqual(["vendors/moonshot.json"]);
    const after = all();
    const { gone, come } = lines(before["vendors/moonshot.json"] ?? "", after["vendors/moonshot.json"] ?? "");
    expect(gone).toEqual([]);
    expect(come.map((line) => line.trim()).sort()).toEqual(
      [
        '"readings": [',
        "{",
        `"url": "${seen().url}",`,
        '"on": "2026-11-21",',
        '"evidence": "official",',
        '"says": "same",',
        '"quote": "Free: $0, \\"50 credits\\""',
        "}",
        "],",
      ].sort(),
    );
    expect(Object.keys(after).filter((name) => before[name] !== after[name])).toEqual(["vendors/moonshot.json"]);
    expect(rowOf(plain)).toMatchObject({ confirmed: { on: "2026-11-21", evidence: "official" } });
  });

  it("come behind those that are there, and not twice on one day", () => {
    write(seen());
    expect(write(seen())).toEqual([]);
    const before = text("vendors/moonshot.json");
    expect(write(seen({ on: "2026-11-22" }))).toEqual(["vendors/moonshot.json"]);
    expect(lines(before, text("vendors/moonshot.json")).gone.length).toBeLessThan(2);
    expect(rowOf(plain)?.readings?.map(({ on }) => on)).toEqual(["2026-11-21", "2026-11-22"]);
  });

  it("may be of a connection", () => {
    const edge = load().connections[0];
    if (edge === undefined) throw new Error("no connection");
    const { from, to, status, url, readOn } = edge;
    expect(write(seen({ about: { from, to, status }, url, readOn }), seen())).toHaveLength(2);
    expect(load().connections[0]).toMatchObject({ confirmed: { on: "2026-11-21" } });
  });

  it("of a source that the files do not have, or that they may not take, change nothing", () => {
    const before = all();
    expect(() => write(seen(), seen({ readOn: "2020-01-01" }))).toThrow(/moonshot\.json: nothing was read there/);
    expect(() => write(seen(), seen({ on: "2026-11-22", quote: "word ".repeat(30) }))).toThrow(/25 words/);
    expect(() => write(seen(), seen({ on: "2026-13-41" }))).toThrow(/date/);
    expect(() => write(seen(), seen({ about: { vendor: "nobody", row: "x", from: null } }))).toThrow(/nobody/);
    expect(all()).toEqual(before);
  });

  it("are not written into a catalogue that is wrong already", () => {
    const reading = seen();
    writeFileSync(
      join(folder, "vendors", "moonshot.json"),
      text("vendors/moonshot.json").replace('"Moonshot AI (Kimi)"', '""'),
    );
    const before = all();
    expect(() => write(reading)).toThrow(/moonshot\.json/);
    expect(all()).toEqual(before);
  });

  it("are all written or none, and leave nothing beside", () => {
    const edge = load().connections[0];
    if (edge === undefined) throw new Error("no connection");
    const before = all();
    // The second file cannot take its place: a folder of its name stands there once everything has been read.
    mkdirSync(join(folder, "connections.json.new"));
    const { from, to, status, url, readOn } = edge;
    expect(() => write(seen(), seen({ about: { from, to, status }, url, readOn }))).toThrow();
    rmSync(join(folder, "connections.json.new"), { recursive: true, force: true });
    expect(all()).toEqual(before);
    expect(readdirSync(join(folder, "vendors")).filter((name) => !name.endsWith(".json"))).toEqual([]);
  });
});
