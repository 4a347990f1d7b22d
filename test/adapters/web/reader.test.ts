import type { LookupFunction } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PageRead } from "#core";
import { openReader, strictPolicy } from "../../../adapters/web/index.ts";
import type { WebPolicy } from "../../../adapters/web/policy.ts";
import { allLocal, answer, certificate, Site } from "../../wire/site.ts";

let site: Site;
/** How long each request was made to wait, with the clock moved on by as much. */
let waits: number[];
let clock: number;

beforeEach(async () => {
  site = await new Site().start();
  [waits, clock] = [[], 1_000_000];
});
afterEach(() => site.stop());

/** The program's policy, let onto this machine: every other guard stands. */
function policy(more: Partial<WebPolicy> = {}): WebPolicy {
  return {
    ...strictPolicy(new Set([site.host("vendor.test"), site.host("other.test")]), "0.0.0"),
    ...{ mayConnect: (address) => address === "127.0.0.1", lookup: allLocal, ca: certificate },
    deadline: () => new AbortController().signal,
    now: () => clock,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      clock += milliseconds;
    },
    ...more,
  };
}

async function read(at: string, more: Partial<WebPolicy> = {}): Promise<PageRead> {
  const reader = openReader(policy(more));
  try {
    return await reader.read(at.includes("://") ? at : site.url(at));
  } finally {
    await reader.close();
  }
}
const why = async (at: string, more: Partial<WebPolicy> = {}) => {
  const found = await read(at, more);
  return "unreachable" in found ? found.unreachable : `read: ${found.text}`;
};
const page = "vendor.test/pricing";

describe("a page", () => {
  it("is read as its text, with the site's robots.txt asked once, by a program that says who it is", async () => {
    site.html(
      page,
      `<title>Prices</title><script>never()</script><p>Plus <b>$2</b>0 <i>a</i> month<p>More ${"words ".repeat(50)}`,
    );
    site.html("vendor.test/more", "Here");
    const reader = openReader(policy());
    expect(await reader.read(site.url(page))).toEqual({ text: expect.stringMatching(/Plus \$20 a month\n+More/) });
    expect(await reader.read(site.url("vendor.test/more"))).toEqual({ text: expect.stringContaining("Here") });
    await reader.close();
    expect(site.asked).toEqual(["vendor.test/robots.txt", page, "vendor.test/more"]);
    expect([...site.agents]).toEqual([expect.stringMatching(/^aicost\/0\.0\.0 \(.+\)$/)]);
  });

  it.each(["text/plain", "text/markdown; charset=utf-8", "application/json"])("may be %s", async (type) => {
    site.sends(page, "Plus <$20>", { "content-type": type });
    expect(await read(page)).toEqual({ text: "Plus <$20>" });
  });

  it.each(["application/pdf", "image/png", "text/htmlx"])("that is %s has no text", async (type) => {
    site.sends(page, "%PDF", { "content-type": type });
    expect(await why(page)).toBe("no text");
  });

  it("that is made by scripts needs a browser; a short one without does not", async () => {
    site.html(
      page,
      `<div id="root"></div><noscript>${"Turn on scripts. ".repeat(50)}</noscript><script src="a.js"></script>`,
    );
    expect(await why(page)).toBe("needs a browser");
    site.html(page, "Plus $20");
    expect(await why(page)).toContain("Plus $20");
  });

  it.each([403, 404, 429, 500])("that answers %d is not read", async (status) => {
    site.sends(page, "Plus $20", { "content-type": "text/html" }, status);
    expect(await read(page)).toEqual({ unreachable: "status", detail: String(status) });
  });

  it("that nobody answers for is told with the code of the system", async () => {
    const { port } = site;
    await site.stop();
    site = await new Site().start();
    const hosts = new Set([`vendor.test:${port}`]);
    expect(await why(`https://vendor.test:${port}/pricing`, { hosts })).toBe("robots unknown");
  });

  it("nested a hundred thousand tags deep is read to its bottom", async () => {
    site.html(page, `${"<span>".repeat(100_000)}Plus $20`);
    expect(await why(page)).toContain("Plus $20");
  });
});

describe("letters", () => {
  const euro = (label: string, bytes: number[]) => ({ label, bytes: Uint8Array.from(bytes) });
  it.each([
    [
      "the header",
      "text/html; charset=windows-1252",
      "Plus €20",
      euro("", [...Buffer.from("Plus "), 0x80, 0x32, 0x30]),
    ],
    ["the page", "text/html", "元20", euro("", [...Buffer.from('<meta charset="gbk">'), 0xd4, 0xaa, 0x32, 0x30])],
    ["its mark", "text/html; charset=gbk", "é20", euro("", [0xff, 0xfe, 0xe9, 0, 0x32, 0, 0x30, 0])],
    ["nobody", "text/html", "é20", euro("", [...Buffer.from("é20")])],
    ["a header that names none", "text/html; charset=klingon", "é20", euro("", [...Buffer.from("é20")])],
  ])("are told by %s", async (_, type, words, { bytes }) => {
    site.sends(page, bytes, { "content-type": type });
    expect(await why(page)).toContain(words);
  });

  it("that are wrongly told break no reading", async () => {
    site.sends(page, Uint8Array.from([...Buffer.from("Plus $20 "), 0xe9, 0xff]), {
      "content-type": "text/html; charset=utf-8",
    });
    expect(await why(page)).toContain("Plus $20");
  });
});

describe("an address", () => {
  it("is not asked for unless it is https", async () => {
    expect(await why(`http://vendor.test:${site.port}/pricing`)).toBe("not https");
    site.leads(page, `http://vendor.test:${site.port}/plain`);
    expect(await why(page)).toBe("not https");
    expect(site.asked).toEqual(["vendor.test/robots.txt", page]);
  });

  it("is not asked for on a host, or a port, that the catalogue does not have", async () => {
    for (const to of [
      site.url("stranger.test/pricing"),
      "https://vendor.test/",
      `https://vendor.test.evil.test:${site.port}/`,
    ])
      expect(await why(to)).toBe("foreign host");
    site.leads(page, site.url("stranger.test/pricing"));
    expect(await why(page)).toBe("foreign host");
    expect(site.asked).toEqual(["vendor.test/robots.txt", page]);
  });

  it("may lead to another page of its host, or to another host of the catalogue, whose robots.txt is asked too", async () => {
    site.leads(page, "/plans", 301);
    site.leads("vendor.test/plans", site.url("other.test/pricing"), 308);
    site.html("other.test/pricing", "Plus $20");
    expect(await why(page)).toContain("Plus $20");
    site.sends("other.test/robots.txt", "User-agent: *\nDisallow: /", { "content-type": "text/plain" });
    expect(await why(page)).toBe("robots");
  });

  it("leads so far and no further", async () => {
    for (let at = 0; at < 9; at++) site.leads(`vendor.test/${at}`, `/${at + 1}`);
    site.html("vendor.test/9", "Plus $20");
    expect(await why("vendor.test/4")).toContain("Plus $20");
    expect(await why("vendor.test/3")).toBe("too many redirects");
    site.leads(page, "/pricing");
    expect(await why(page)).toBe("too many redirects");
  });

  it("that leads nowhere is told", async () => {
    site.leads(page, "https://[");
    expect(await why(page)).toBe("failed");
  });
});

const privateOnes = [
  "127.0.0.1",
  "127.8.8.8",
  "0.0.0.0",
  "10.0.0.1",
  "172.16.0.1",
  "192.168.1.1",
  "100.64.0.1",
  "169.254.169.254",
  "192.0.0.1",
  "198.18.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "::1",
  "::",
  "::ffff:127.0.0.1",
  "::ffff:169.254.169.254",
  "64:ff9b::7f00:1",
  "2002:7f00:1::",
  "fe80::1",
  "fc00::1",
  "fd12:3456::1",
  "ff02::1",
  "::7f00:1",
  "not an address",
];

describe("the strict policy", () => {
  const strict = strictPolicy(new Set(["vendor.test"]), "0.0.0");

  it.each(privateOnes)("connects not to %s", (address) => {
    expect(strict.mayConnect(address)).toBe(false);
  });

  it.each(["8.8.8.8", "93.184.216.34", "2606:4700:4700::1111", "::ffff:8.8.8.8"])("connects to %s", (address) => {
    expect(strict.mayConnect(address)).toBe(true);
  });

  it("gives a request its time, and no other doors than its own", async () => {
    expect(strict.deadline().aborted).toBe(false);
    expect(strict.ca).toBeUndefined();
    expect(strict.mostBytes).toBeLessThanOrEqual(5_000_000);
    expect(strict.pause).toBeGreaterThanOrEqual(1_000);
  });
});

describe("an address of this machine or its network", () => {
  const strict = () => strictPolicy(new Set(), "0.0.0").mayConnect;
  const names =
    (addresses: Record<string, string[]>): LookupFunction =>
    (name, options, callback) =>
      answer(addresses[name] ?? ["127.0.0.1"], options, callback);

  it.each(privateOnes.filter((address) => address.includes(".") || address.includes(":")))(
    "is not connected to by a name that stands for it: %s",
    async (address) => {
      const lookup = names({ "vendor.test": [address] });
      site.html(page, "Plus $20");
      const reader = openReader(policy({ lookup, mayConnect: strict() }));
      expect(await reader.read(site.url(page))).toMatchObject({ unreachable: "robots unknown" });
      await reader.close();
      expect(site.asked).toEqual([]);
    },
  );

  it("is not connected to where a name has a public address beside it", async () => {
    const lookup = names({ "vendor.test": ["8.8.8.8", "127.0.0.1"] });
    site.html(page, "Plus $20");
    expect(await why(page, { lookup, mayConnect: strict() })).toBe("robots unknown");
    expect(site.asked).toEqual([]);
  });

  it("is not led to, by a name that turns to it later", async () => {
    // The first answer is right, and every later one is not: only the address that is connected to counts.
    let asked = 0;
    const lookup: LookupFunction = (_, options, callback) =>
      answer([asked++ === 0 ? "127.0.0.1" : "127.0.0.2"], options, callback);
    site.pages.set("vendor.test/robots.txt", (_, response) => {
      response.writeHead(404, { connection: "close" }).end();
    });
    expect(await read(page, { lookup })).toEqual({
      unreachable: "private address",
      detail: "vendor.test is 127.0.0.2",
    });
    expect(asked).toBeGreaterThan(1);
    expect(site.asked).toEqual(["vendor.test/robots.txt"]);
  });

  it.each([
    "https://127.0.0.2/",
    "https://0x7f.2/",
    "https://2130706434/",
    "https://10.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:a9fe:a9fe]/",
  ])("is not led to by its number, even where that stood in the catalogue: %s", async (to) => {
    site.leads(page, to);
    const hosts = new Set([site.host("vendor.test"), new URL(to).host]);
    expect(await why(page, { hosts })).toBe("private address");
  });
});

describe("a body", () => {
  const packed = { gzip: gzipSync, br: brotliCompressSync };
  it.each(["gzip", "br"] as const)("that is small only while it is packed is given up: %s", async (coding) => {
    const bomb = packed[coding](Buffer.alloc(30_000_000, " "));
    expect(bomb.length).toBeLessThan(100_000);
    site.sends(page, bomb, { "content-type": "text/html", "content-encoding": coding });
    expect(await why(page)).toBe("too large");
    site.sends(page, packed[coding](Buffer.from("Plus $20")), {
      "content-type": "text/html",
      "content-encoding": coding,
    });
    expect(await why(page)).toContain("Plus $20");
  });

  it("that is no packing of anything is told", async () => {
    site.sends(page, "Plus $20", { "content-type": "text/html", "content-encoding": "gzip" });
    expect(await why(page)).toBe("failed");
  });

  it("that never ends is given up at its limit", async () => {
    site.pages.set(page, (_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(65_536)));
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    });
    expect(await why(page, { mostBytes: 300_000 })).toBe("too large");
  });

  it("that comes too slowly is given up when its time is over", async () => {
    const over = new AbortController();
    const began = Promise.withResolvers<void>();
    const gone = Promise.withResolvers<void>();
    site.pages.set(page, (request, response) => {
      response.writeHead(200, { "content-type": "text/html" }).write("Plus ");
      request.socket.once("close", () => gone.resolve());
      began.resolve();
    });
    const reading = why(page, { deadline: () => over.signal });
    await began.promise;
    over.abort();
    expect(await reading).toBe("too slow");
    await gone.promise;
  });
});

describe("robots.txt", () => {
  const robots = (text: string, status = 200) =>
    site.sends("vendor.test/robots.txt", text, { "content-type": "text/plain" }, status);

  it("is obeyed, for all programs and for ours by name", async () => {
    site.html(page, "Plus $20");
    robots("User-agent: *\nDisallow: /pricing");
    expect(await why(page)).toBe("robots");
    robots("User-agent: *\nDisallow: /\n\nUser-agent: aicost\nAllow: /");
    expect(await why(page)).toContain("Plus $20");
    robots("User-agent: aicost\nDisallow: /");
    expect(await why(page)).toBe("robots");
    expect(site.asked.filter((at) => at === page)).toHaveLength(1);
  });

  it.each([404, 403, 410])("that is not there (%d) forbids nothing", async (status) => {
    site.html(page, "Plus $20");
    robots("", status);
    expect(await why(page)).toContain("Plus $20");
  });

  it.each([500, 503, 429])("that cannot be had (%d) forbids everything", async (status) => {
    site.html(page, "Plus $20");
    robots("", status);
    expect(await why(page)).toBe("robots unknown");
    expect(site.asked).toEqual(["vendor.test/robots.txt"]);
  });

  it("that is too large, or leads to a stranger, forbids everything", async () => {
    site.html(page, "Plus $20");
    robots("#".repeat(10_000));
    expect(await why(page, { mostBytes: 5_000 })).toBe("robots unknown");
    site.leads("vendor.test/robots.txt", site.url("stranger.test/robots.txt"));
    expect(await why(page)).toBe("robots unknown");
  });

  it("may ask for a longer pause, and gets it up to a minute", async () => {
    site.html(page, "Plus $20");
    const paused = async (text: string) => {
      robots(text);
      waits = [];
      const reader = openReader(policy());
      for (let at = 0; at < 2; at++) await reader.read(site.url(page));
      await reader.close();
      return waits;
    };
    expect(await paused("User-agent: *\nCrawl-delay: 20")).toEqual([3_000, 20_000]);
    expect(await paused("User-agent: *\nCrawl-delay: 9000")).toEqual([3_000, 60_000]);
    expect(await paused("User-agent: *\nCrawl-delay: 1")).toEqual([3_000, 3_000]);
  });
});

describe("requests to one host", () => {
  it("come one after another with a pause between them, and another host waits for none of them", async () => {
    site.html(page, "Plus $20");
    site.html("other.test/pricing", "Plus $20");
    const reader = openReader(policy());
    await reader.read(site.url(page));
    expect(waits).toEqual([3_000]);
    await reader.read(site.url("other.test/pricing"));
    expect(waits).toEqual([3_000, 3_000]);
    clock += 10_000;
    await reader.read(site.url(page));
    expect(waits).toHaveLength(2);
    await reader.close();
  });
});
