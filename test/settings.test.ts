import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readSettings, settingNames } from "../settings.ts";
import { codeOf, readText, sourcesIn } from "./source.ts";

const problems = (env: Record<string, string>) => {
  const read = readSettings(env);
  return "problems" in read ? read.problems : [];
};
const key = () => randomBytes(32).toString("base64");

describe("the settings", () => {
  it("are exactly those of .env.example, each once and empty", () => {
    const named = [...readText(".env.example").matchAll(/^([A-Z_]+)=(.*)$/gm)];
    expect(named.map(([, name]) => name).sort()).toEqual(settingNames.toSorted());
    expect(named.map(([, , value]) => value).join("")).toBe("");
  });

  it("are all told in the papers for operators", () => {
    const told = ["docs/operation.md", "docs/slack.md", "docs/discord.md"].map(readText).join("\n");
    expect(settingNames.filter((name) => !told.includes(`\`${name}`))).toEqual([]);
  });

  it("are read from the environment in one place: by the program, which hands them on", () => {
    const files = [...sourcesIn("src"), ...sourcesIn("adapters"), ...sourcesIn("pricing")];
    expect(files.filter(({ text }) => /process\.env/.test(codeOf(text))).map(({ path }) => path)).toEqual([]);
  });

  it("that are none are the usual ones, and an empty one is none", () => {
    const usual = { store: {}, host: null, healthPort: null, level: "info" };
    for (const env of [{}, { AICOST_LOG: "", PORT: " ", AICOST_HEALTH_PORT: "" }])
      expect(readSettings(env)).toEqual({ env: {}, settings: usual, warnings: [] });
  });

  it("that are right are read", () => {
    const env = {
      DATABASE_URL: "postgresql://u:p@host/aicost",
      AICOST_KEY: `${key()},${key()}`,
      AICOST_HOST: "127.0.0.1",
      AICOST_HEALTH_PORT: "9090",
      AICOST_LOG: "warn",
    };
    expect(readSettings(env)).toEqual({
      env,
      settings: {
        store: { url: env.DATABASE_URL, keys: env.AICOST_KEY },
        host: "127.0.0.1",
        healthPort: 9_090,
        level: "warn",
      },
      warnings: [],
    });
  });

  it.each([
    ["DATABASE_URL", "mysql://host/aicost"],
    ["DATABASE_URL", "host"],
    ["AICOST_KEY", "short"],
    ["AICOST_KEY", `${key()},`],
    ["AICOST_HEALTH_PORT", "0"],
    ["AICOST_HEALTH_PORT", "65536"],
    ["AICOST_HEALTH_PORT", "9090a"],
    ["AICOST_LOG", "loud"],
    ["AICOST_PRICES_URL", "https://prices.example.com"],
  ])("that is wrong is one sentence that names it, and never a secret: %s=%s", (name, value) => {
    expect(problems({ [name]: value })).toEqual([
      expect.stringContaining(name === "AICOST_PRICES_URL" ? "AICOST_PRICES" : name),
    ]);
    if (name === "AICOST_KEY") expect(problems({ [name]: value }).join()).not.toContain(value);
  });

  it("that are wrong are told together", () => {
    expect(problems({ AICOST_LOG: "loud", AICOST_HEALTH_PORT: "x", AICOST_KEY: "short" })).toHaveLength(3);
  });

  it("that nobody reads are warned of, with the names that are nearest", () => {
    const read = readSettings({ AICOST_HEALT_PORT: "9090", PATH: "/bin", OTHER: "x" });
    expect(read).toMatchObject({ warnings: [expect.stringMatching(/^AICOST_HEALT_PORT .*AICOST_HEALTH_PORT/)] });
  });
});
