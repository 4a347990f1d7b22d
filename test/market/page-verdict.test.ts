import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../../pricing/load.ts";
import { openMarket } from "../../src/market/market.ts";
import { pageFacts } from "../../src/market/page-facts.ts";
import { judgePage, soughtWords } from "../../src/market/page-verdict.ts";
import { around, findQuote, tidy } from "../../src/market/page-words.ts";
import { connection, connectionsFile, price, row, source, vendorFile } from "../pricing/fixture.ts";

type Json = Record<string, unknown>;
const url = "https://acme.example/prices";

/** What is made of a page by the facts of an invented vendor: Acme Pro as given, Acme Team and Acme Pro Max beside it. */
function judged(page: string, more: Json = {}, edge: Json = {}) {
  const rows = [
    row({ id: "acme-pro", product: "Acme Pro", price: price({ amount: "20" }), source: source({ url }), ...more }),
    row({ id: "acme-team", product: "Acme Team (monthly)", price: price({ amount: "30" }) }),
    row({ id: "acme-max", product: "Acme Pro Max", price: price({ amount: "100" }) }),
  ];
  const edges = connectionsFile([connection({ from: "acme-pro", to: "acme-team", ...edge })]);
  const market = openMarket(loadCatalogue([vendorFile(rows)], edges), "2026-11-21");
  const fact = pageFacts(market).find((each) =>
    Object.keys(edge).length > 0 ? each.edge : each.row?.id === "acme-pro",
  );
  if (fact === undefined) throw new Error("no such fact");
  return { ...judgePage(page, fact, market), sought: soughtWords(fact) };
}
const is = (page: string, more: Json = {}) => judged(page, more).is;
const own = (quote: string, more: Json = {}) => ({
  source: source({ url, quote, evidence: "official_copy", ...more }),
});

describe("the quote of a reading", () => {
  it("is found whatever its blanks, letters, quote signs and dashes are", () => {
    const page = "Plans:  “Credits”\n\nDON’T expire – ever.";
    expect(judged(page, own(`"credits" don't expire - ever`))).toMatchObject({
      is: "there",
      quote: "'Credits' DON'T expire - ever",
    });
  });

  it("may leave something out, and stands in its order", () => {
    expect(is("Pro costs $20 a month, billed at once", own("Pro costs … billed at once"))).toBe("there");
    expect(is("billed at once. Pro costs nothing", own("Pro costs […] billed at once"))).toBe("changed");
    expect(is(`Pro costs ${"and ".repeat(200)} billed at once`, own("Pro costs … billed at once"))).toBe("changed");
  });

  it("tells, where it is gone, what stands in its place", () => {
    const page = "Everything new. Credits don't expire for two years now, says Acme.";
    expect(judged(page, own("Credits don't expire at all"))).toMatchObject({
      is: "changed",
      missing: [`"Credits don't expire at all"`],
      now: expect.stringContaining("Credits don't expire for two years now"),
    });
    expect(judged("Nothing.", own("Credits don't expire at all"))).toMatchObject({ is: "changed", now: null });
  });

  it("is only looked for where it is the page's own: of others' words the figures are", () => {
    for (const evidence of ["quoted_official", "third_party"])
      expect(judged("Acme Pro $20", own("le prix est de vingt", { evidence }))).toMatchObject({
        is: "there",
        sought: ["$20"],
      });
  });

  it("is the last one that confirmed it on the same page", () => {
    const reading = (more: Json) => ({
      url,
      on: "2026-10-20",
      evidence: "official",
      says: "same",
      quote: "Pro is $20",
      ...more,
    });
    const readings = [reading({}), reading({ on: "2026-10-21", quote: "Pro is $20 now" })];
    const sought = (more: Json[]) => judged("", { ...own("At first"), readings: more }).sought;
    expect(sought(readings)).toEqual(['"Pro is $20 now"']);
    expect(sought([reading({ url: `${url}/other` })])).toEqual(['"At first"']);
    expect(sought([reading({ evidence: "quoted_official" })])).toEqual(['"At first"']);
    expect(sought([reading({ says: "adds", what: "more" })])).toEqual(['"At first"']);
  });
});

describe("the figures of a row", () => {
  it.each(["$20", "$20.00", "US$20", "US $20", "USD 20", "20 USD", "20.00", "＄20", "$ 20", "20,00"])(
    "are found as pages write them: %s",
    (written) => {
      expect(is(`Acme Pro costs ${written} a month`)).toBe("there");
    },
  );

  it.each(["20", "$200", "$120", "$1.20", "$20.50", "$2.0", "A$20", "R$20", "€20", "20 seats", "$20,000", "$2000"])(
    "are not: %s",
    (written) => {
      expect(is(`Acme Pro costs ${written} a month`)).toBe("changed");
    },
  );

  it.each([
    ["1000", "$1,000"],
    ["1000", "$1 000"],
    ["1000", "$1000.00"],
    ["8.50", "$8.5"],
    ["8.5", "$8.50"],
    ["0.0125", "$0.0125"],
    ["0", "Free"],
    ["0", "$0 a month"],
    ["16.67", "16,67 USD"],
  ])("%s are found as %s", (amount, written) => {
    expect(is(`Acme Pro: ${written}`, { price: price({ amount }) })).toBe("there");
  });

  it.each([
    ["0", "$0.50"],
    ["1000", "$1,0000"],
    ["8.5", "$8.55"],
  ])("%s are not found in %s", (amount, written) => {
    expect(is(`Acme Pro: ${written}`, { price: price({ amount }) })).toBe("changed");
  });

  it("stand behind the name of their own product, which pages shorten", () => {
    expect(judged("Pro $20 Team $30 Pro Max $100")).toMatchObject({ is: "there", quote: "Pro $20" });
    expect(is("Pro $25 Team $20 Pro Max $100")).toBe("changed");
    expect(is("Pro Max $20 Team $30")).toBe("changed");
    expect(is("Process $20")).toBe("changed");
    expect(is("Pro+ $20")).toBe("changed");
    expect(is(`Pro ${"and so on ".repeat(100)} $20`)).toBe("changed");
    expect(is("$20")).toBe("changed");
  });

  it("are all there, or the page has changed: what is missing is told, with what stands there", () => {
    const more = {
      otherPrices: [price({ amount: "16.67", period: "month_billed_yearly" })],
      included: [
        { amount: "2500", unit: "credit", name: "credits", period: "month", per: "account", pooled: false },
        { amount: "5", unit: "image", name: "images", period: "day", per: "account", pooled: false },
      ],
    };
    expect(is("Acme Pro $20, or $16.67 yearly, 2,500 credits", more)).toBe("there");
    expect(judged("Acme Pro $20, or $15 yearly, 3,000 credits", more)).toEqual({
      is: "changed",
      missing: ["$16.67", "2500 credits"],
      now: "Acme Pro $20, or $15 yearly, 3,000 credits",
      sought: ["$20", "$16.67", "2500 credits"],
    });
  });
});

describe("what nobody kept words or figures of", () => {
  it("has to be read by hand", () => {
    expect(is("Talk to sales", { price: price({ amount: null, kind: "none" }) })).toBe("by hand");
    expect(judged("Billed apart", {}, { status: "separate" })).toMatchObject({ is: "by hand", sought: [] });
  });

  it("is found once a reading of the connection has kept the words", () => {
    const address = "https://acme.example/billing";
    const readings = [{ url: address, on: "2026-10-20", evidence: "official", says: "same", quote: "billed apart" }];
    expect(judged("They are billed\tapart.", {}, { readings })).toMatchObject({ is: "there", quote: "billed apart" });
  });
});

describe("whatever the page and the quote", () => {
  it("what is cut out of a page is found on it again, and nothing throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.nat(), fc.nat(), (page, from, length) => {
        const text = tidy(page);
        const quote = text.slice(from % (text.length + 1)).slice(0, (length % 40) + 1);
        const found = findQuote(text, quote);
        if (quote.isWellFormed() && !/…|\.\.\./.test(quote) && quote.trim() !== "" && tidy(quote) === quote)
          expect(found).not.toBeNull();
        if (found !== null) expect(around(text, found)).toContain(text.slice(found.from, found.to).trim());
        is(page, own("some words of it"));
        is(page);
      }),
    );
  });
});
