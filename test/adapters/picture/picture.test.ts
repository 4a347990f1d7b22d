import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openPainter } from "../../../adapters/picture/index.ts";
import { svgOf } from "../../../adapters/picture/svg.ts";
import { broken, widthOf } from "../../../adapters/picture/text.ts";
import { burnDownChart } from "../../../src/chart/burn-down.ts";
import type { Chart } from "../../../src/chart/chart.ts";
import { costChart } from "../../../src/chart/cost.ts";
import { flatOrMeteredChart } from "../../../src/chart/flat-or-metered.ts";
import type { Decimal } from "../../../src/quantity/money.ts";
import { advisorOn, exampleDay } from "../../advisor.ts";

const about = { subject: "5,000 chats", freshness: "Prices last checked 1 Jul 2026" };

function cost(name: string, amount = "13"): Chart {
  const option = { others: [], note: null, main: false };
  const chart = costChart(
    "Cost a month",
    [
      { ...option, name, usd: { low: "8", expected: amount, high: amount } },
      { ...option, name: "Kling Pro", usd: { low: "20", expected: "20", high: "20" } },
    ],
    about,
  );
  if (chart === null) throw new Error("There is a chart");
  return chart;
}

function burnDown(): Chart | null {
  const levels = [
    { on: "2026-01-15", left: "300" },
    { on: "2026-07-15", left: "0" },
  ];
  const said = (amount: Decimal) => `${amount.toFixed()} credits`;
  return burnDownChart({ balance: "Kling", unit: "credits", said, levels, losses: [], emptyOn: "2026-07-15" }, "");
}

function flat(): Chart | null {
  const prices = { flat: "20", start: "0", each: "0.66", of: "requests", per: "day" as const, upTo: null };
  const rows = { flat: "anthropic-claude-pro", meter: "anthropic-api-prepaid" };
  const breakEven = { ...rows, at: { amount: "31", of: "request a day" }, you: "80", cheaper: null, prices };
  return flatOrMeteredChart(breakEven, advisorOn(exampleDay).market, "");
}

/** Width and height in dots, as the head of a PNG says them. */
function sizeOf(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  expect([...png.subarray(1, 4)]).toEqual([..."PNG"].map((letter) => letter.charCodeAt(0)));
  return [view.getUint32(16), view.getUint32(20)];
}

const fault = (why: string) => expect.objectContaining({ why });

describe("a picture", () => {
  it("is a PNG at twice the width of a phone, higher with every chart", async () => {
    const painter = openPainter();
    const one = sizeOf(await painter.draw([cost("OpenAI API")]));
    const two = sizeOf(await painter.draw([cost("OpenAI API"), cost("OpenAI API")]));
    expect(one[0]).toBe(720);
    expect(two[0]).toBe(720);
    expect(two[1]).toBeGreaterThan(2 * one[1]);
    await painter.close();
  });

  it("says every name, every figure and every mark of its chart", async () => {
    const svg = await svgOf([cost("OpenAI API"), flat(), burnDown()].filter((chart) => chart !== null));
    for (const said of ["OpenAI API", "Kling Pro", "$20", "Break-even: 31 requests a day", "You are here: 80"])
      expect(svg).toContain(said);
    expect(svg).toContain("Runs out 15 Jul 2026");
  });

  it("draws what people typed as text, and loads nothing", async () => {
    const svg = await svgOf([cost(`<image href="http://evil.example/x.png"/>&{datum.x} ']`)]);
    expect(svg).not.toContain("<image");
    expect(svg).toContain("&lt;image");
  });

  it("draws the smallest amount beside the largest so that it can be seen", async () => {
    await expect(svgOf([cost("Tiny", "8")])).resolves.toContain("Tiny");
    await expect(svgOf([cost("Huge", "98765432100")])).resolves.toContain("Huge");
  });
});

describe("drawing that does not come to an end", () => {
  it("is given up after its time, and the next picture is drawn", async () => {
    const silent = openPainter({ milliseconds: 50 }, new URL("silent-thread.ts", import.meta.url));
    await expect(silent.draw([cost("A")])).rejects.toEqual(fault("slow"));
    await expect(silent.draw([cost("A")])).rejects.toEqual(fault("slow"));
    await silent.close();
  });

  it("is told as an error with its cause where a chart cannot be drawn", async () => {
    const painter = openPainter();
    await expect(painter.draw([{ form: "bars" } as unknown as Chart])).rejects.toMatchObject({
      why: "failed",
      cause: expect.any(Error),
    });
    await expect(painter.draw([cost("A")])).resolves.toBeInstanceOf(Uint8Array);
    await painter.close();
  });

  it("ends when the program stops, and whoever waits is told", async () => {
    const silent = openPainter({}, new URL("silent-thread.ts", import.meta.url));
    const waiting = Promise.allSettled([silent.draw([cost("A")]), silent.draw([cost("B")])]);
    // The first has begun once the promise before it is done.
    await Promise.resolve();
    await silent.close();
    expect(await waiting).toMatchObject([{ reason: fault("closed") }, { reason: fault("closed") }]);
  });

  it("is refused while too many wait", async () => {
    const silent = openPainter({ waiting: 1 }, new URL("silent-thread.ts", import.meta.url));
    const first = expect(silent.draw([cost("A")])).rejects.toEqual(fault("closed"));
    await expect(silent.draw([cost("B")])).rejects.toEqual(fault("busy"));
    await silent.close();
    await first;
  });
});

describe("a text on a picture", () => {
  it("is broken into lines that have room, and cut only after the last of them", () => {
    const texts = fc.string({ unit: fc.constantFrom("a", "W", "i", " ", "é", "漢", "-"), maxLength: 200 });
    fc.assert(
      fc.property(texts, (text) => {
        const lines = broken(text, 13, 200, 3);
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) expect(widthOf(line, 13)).toBeLessThanOrEqual(200 + 13);
        const whole = text.trim().replace(/\s+/g, "");
        const written = lines.join("").replace(/\s+/g, "");
        expect(written === whole || written.endsWith("…")).toBe(true);
      }),
    );
  });
});
