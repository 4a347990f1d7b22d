import { mkdtempSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freePort, type Program, start } from "../../wire/program.ts";
import { FakeSlack, signingSecret } from "../../wire/slack.ts";
import { Person } from "../../wire/slack-person.ts";
import { until } from "../../wire/team.ts";
import { toReview } from "./steps.ts";

const hanging = 300_000;
let slack: FakeSlack;
let folder: string;
let program: Program;
let port: number;
const sockets: Socket[] = [];

beforeEach(async () => {
  slack = await new FakeSlack().start();
  folder = mkdtempSync(join(tmpdir(), "aicost-stop-"));
  port = await freePort();
  program = start(["serve"], {
    SLACK_BOT_TOKEN: "xoxb-test",
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.apiUrl,
    AICOST_DB: join(folder, "aicost.db"),
    AICOST_HOST: "127.0.0.1",
    PORT: String(port),
  });
  await program.printed("listening");
  slack.appUrl = `http://127.0.0.1:${port}`;
}, hanging);

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  program.child.kill("SIGKILL");
  await program.ended;
  await slack.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A connection that has said this, and what it heard. */
async function connection(said: string): Promise<{ socket: Socket; heard: () => string }> {
  const socket = connect(port, "127.0.0.1");
  sockets.push(socket);
  socket.on("error", () => undefined);
  let heard = "";
  socket.on("data", (data) => {
    heard += data;
  });
  await new Promise<void>((resolve) => socket.write(said, () => resolve()));
  return { socket, heard: () => heard };
}

/** What the store says of every post, once the program has ended. A picture that was not drawn yet waits for the next start. */
function states(): unknown[] {
  const store = new DatabaseSync(join(folder, "aicost.db"));
  const rows = store.prepare("select state from posts where key not like '%:picture' order by key").all();
  store.close();
  return rows.map(({ state }) => state);
}

describe("a program that is told to stop", () => {
  it.each([
    ["an idle connection", "GET /health HTTP/1.1\r\nHost: x\r\n\r\n", "200 OK"],
    ["half a head", "POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-", ""],
    ["half a body", "POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc", ""],
    ["nothing said", "", ""],
  ])(
    "ends although a client holds %s",
    async (_title, said, answer) => {
      const { heard } = await connection(said);
      await until(() => heard().includes(answer), "the answer is heard");
      // A later connection that was answered: the one before was taken in.
      expect((await fetch(`${slack.appUrl}/health`)).status).toBe(200);
      program.child.kill("SIGTERM");
      expect(await program.ended).toBe(0);
      expect(program.out()).toContain("Stopped.");
    },
    hanging,
  );

  it(
    "takes nobody new, answers what is under way, settles the post, and then closes its store",
    async () => {
      const ana = new Person(slack, "UANA");
      await toReview(ana);
      await ana.pickChannel("CPUBLIC01");
      const posting = Promise.withResolvers<void>();
      slack.trouble("chat.postMessage", { after: posting.promise });
      // Slack has its answer long before the post is out: a page that waits.
      ana.patient = false;
      await ana.post();
      expect(ana.text).toContain("One moment");
      program.child.kill("SIGTERM");
      await program.printed("Stopping");
      // A moment in which a program that does not wait would close its store.
      await Promise.race([program.printed("Stopped."), pause(1_000)]);
      posting.resolve();
      expect(await program.ended).toBe(0);
      expect(ana.text).not.toContain("Something is wrong");
      expect(ana.text).toContain("Posted");
      expect(slack.standing("CPUBLIC01")).toHaveLength(1);
      expect(states()).toEqual(["sent"]);
      expect(program.out()).not.toContain('"level":50');
      await expect(fetch(`${slack.appUrl}/health`)).rejects.toThrow();
    },
    hanging,
  );
});
