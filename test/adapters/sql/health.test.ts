import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../../adapters/sql/index.ts";
import { postgresUrl, withPostgres } from "../../suites/with-postgres.ts";

const now = () => 1_795_000_000_000;
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aicost-health-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Makes the file one that SQLite opens and reads, and never writes, whoever asks: it was written by a later format. */
function makeReadOnly(file: string): void {
  const open = openSync(file, "r+");
  writeSync(open, Uint8Array.of(3), 0, 1, 18);
  closeSync(open);
}

describe("a file of SQLite", () => {
  it("that can only be read is read, and says that nothing can be kept", async () => {
    const file = join(folder, "aicost.db");
    await (await openStore({ file, now })).close();
    makeReadOnly(file);
    const store = await openStore({ file, now });
    await store.ping();
    await expect(store.tryWrite()).rejects.toMatchObject({ name: "StoreError", kind: "readonly" });
    await store.close();
  });

  it.skipIf(process.platform === "win32")(
    "and what stands beside it is its owner's alone, and so is a new folder",
    async () => {
      const before = process.umask(0);
      try {
        const file = join(folder, "new", "data", "aicost.db");
        const store = await openStore({ file, now });
        await store.tryWrite();
        const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
        expect([file, `${file}-wal`, `${file}-shm`].map(mode)).toEqual(["600", "600", "600"]);
        expect([join(folder, "new"), join(folder, "new", "data")].map(mode)).toEqual(["700", "700"]);
        await store.close();
      } finally {
        process.umask(before);
      }
    },
  );

  it.each([undefined, ""])("whose name is %j is the usual one", async (file) => {
    const here = process.cwd();
    process.chdir(folder);
    try {
      await (await openStore({ file, url: "", keys: "", now })).close();
      expect(statSync(join(folder, "data", "aicost.db")).isFile()).toBe(true);
    } finally {
      process.chdir(here);
    }
  });
});

withPostgres("a PostgreSQL", () => {
  /** A door to the server that can be shut, as when it goes away. */
  async function openDoor(url: string) {
    const { port } = new URL(url);
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      const behind = connect(Number(port), "127.0.0.1");
      for (const [one, other] of [
        [socket, behind],
        [behind, socket],
      ] as const) {
        sockets.add(one);
        one.on("error", () => undefined);
        one.on("close", () => other.destroy());
        one.pipe(other);
      }
    });
    const open = async (at = 0) => {
      await once(server.listen(at, "127.0.0.1"), "listening");
      return (server.address() as AddressInfo).port;
    };
    const shut = async () => {
      const closed = once(server.close(), "close");
      for (const socket of sockets) socket.destroy();
      await closed;
    };
    return { open, shut };
  }

  it("that goes away says so when it is asked, and answers again when it is back", async () => {
    const url = postgresUrl;
    const door = await openDoor(url);
    const port = await door.open();
    const store = await openStore({ url: url.replace(/:\d+\//, `:${port}/`), now });
    await store.ping();
    await door.shut();
    await expect(store.ping()).rejects.toMatchObject({ name: "StoreError" });
    await door.open(port);
    await expect
      .poll(
        () =>
          store.ping().then(
            () => "well",
            () => "not yet",
          ),
        { timeout: 60_000 },
      )
      .toBe("well");
    await store.close();
    await door.shut();
  });

  it("that only reads says that nothing can be kept", async () => {
    const url = postgresUrl;
    await (await openStore({ url, now })).close();
    const store = await openStore({
      url: `${url}?options=${encodeURIComponent("-c default_transaction_read_only=on")}`,
      now,
    }).catch((error: unknown) => error);
    expect(store).toMatchObject({ name: "StoreError", kind: "readonly" });
  });
});
