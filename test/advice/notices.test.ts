import { describe, expect, it } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import type { Answers } from "../../src/checklist/answers.ts";
import { dayWords } from "../../src/market/days.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { optionOf } from "../words.ts";

const ask = (answers: Answers, day = exampleDay) => advise(advisorOn(day), answers);
const noticesOf = (answers: Answers, day?: string) => ask(answers, day).notices.map(({ row, kind }) => [row, kind]);
const person: Answers = { job: "person", audience: "me", output: ["text"], intensity: "daily" };
const program: Answers = { job: "code", audience: "me", output: ["text"], stage: "internal" };

describe("notices on products", () => {
  it("tell only the end of one that is gone, on its day", () => {
    const { notices } = ask({ ...program, output: ["text"], vendor: ["openai-video-api"] });
    expect(notices.filter((each) => each.row === "openai-video-api")).toEqual([
      { row: "openai-video-api", kind: "discontinued", text: expect.stringContaining(dayWords("2026-09-24")) },
    ]);
  });

  it("tell that new buyers cannot have one, from the day it was closed", () => {
    const seat: Answers = {
      ...person,
      audience: "team",
      team_needs: ["permissions"],
      vendor: ["openai-business-codex-seat"],
    };
    expect(noticesOf(seat)).toContainEqual(["openai-business-codex-seat", "closed"]);
    expect(ask(seat).notices.find((each) => each.kind === "closed")?.text).toContain(dayWords("2026-06-24"));
  });

  it("tell that a page was never read, and then not that it is stale", () => {
    const seat: Answers = {
      ...person,
      audience: "team",
      team_needs: ["permissions"],
      vendor: ["perplexity-enterprise-pro"],
    };
    expect(noticesOf(seat)).toEqual([["perplexity-enterprise-pro", "unread"]]);
  });

  it("tell a stale reading from the day after its last fresh one", () => {
    const plan: Answers = { ...person, output: ["video"], vendor: ["kling-app-standard"] };
    expect(noticesOf(plan, "2026-12-04")).toEqual([]);
    expect(noticesOf(plan, "2026-12-05")).toEqual([["kling-app-standard", "stale"]]);
    expect(ask(plan, "2026-12-05").notices[0]?.text).toContain(dayWords("2026-10-05"));
  });

  it("tell that a product makes something else, unless one of its outputs is wanted", () => {
    const plan: Answers = { ...person, vendor: ["kling-app-standard"] };
    expect(noticesOf(plan)).toEqual([["kling-app-standard", "other_output"]]);
    expect(noticesOf({ ...plan, output: ["text", "video"] })).toEqual([]);
    expect(noticesOf({ ...plan, output: "unknown" })).toEqual([]);
  });

  it("tell that a vendor sells nothing on the primary route, and where it does", () => {
    const { notices } = ask({ ...program, output: ["music"], vendor: ["suno"] });
    expect(notices).toEqual([
      {
        row: "suno",
        kind: "not_sold_on_route",
        text: expect.stringMatching(/Suno.*API meter.*App subscription/),
      },
    ]);
    expect(noticesOf({ job: "unsure", vendor: ["suno"] })).toEqual([]);
  });

  it("tell a reading that differs from the one that counts, with its day and whose words it is", () => {
    const { notices, wallets } = ask({ ...person, vendor: ["openai-chatgpt-plus"] });
    expect(notices).toEqual([{ row: "openai-chatgpt-plus", kind: "differs", text: expect.stringContaining("$16.67") }]);
    expect(notices[0]?.text).toContain("quoted on 7 Sep 2026");
    expect(wallets[0]?.price?.amount).toBe("20");
  });

  it("are none for a fresh product on its own route", () => {
    expect(noticesOf({ ...person, vendor: ["openai-chatgpt-go"] })).toEqual([]);
    expect(noticesOf(person)).toEqual([]);
  });
});

describe("the seven things to verify", () => {
  const items = (answers: Answers) => Object.fromEntries(ask(answers).verify.map((each) => [each.id, each]));

  it("are open while nothing is known", () => {
    const verify = ask({}).verify;
    expect(verify.map((each) => each.id)).toEqual(["VF-1", "VF-2", "VF-3", "VF-4", "VF-5", "VF-6", "VF-7"]);
    expect(verify.slice(0, 6).map((each) => each.status)).toEqual(["open", "open", "open", "open", "open", "open"]);
  });

  it("come from the catalogue with their page and day, fresh or stale", () => {
    const plus = items({ ...person, vendor: ["openai-chatgpt-plus"] });
    expect(plus["VF-4"]).toMatchObject({ status: "read", sources: [{ readOn: "2026-09-21", stale: false }] });
    expect(plus["VF-3"]).toMatchObject({ status: "read", value: "ChatGPT Plus" });
    const api = items({ ...program, vendor: ["openai"] });
    expect(api["VF-1"]).toMatchObject({ status: "stale", value: "API balance in US dollars" });
    expect(api["VF-5"]?.sources).toHaveLength(1);
  });

  it("are open when one wallet of several does not tell", () => {
    const krea = items({ ...program, output: ["image"], vendor: ["krea", "leonardo"] });
    expect(krea["VF-4"]?.status).toBe("open");
    expect(krea["VF-4"]?.value).toContain("Leonardo");
    expect(krea["VF-3"]?.value?.split("; ")).toHaveLength(2);
  });

  it("say what the person said, and who", () => {
    const said = items({
      ...program,
      vendor: ["openai"],
      unit: "credit",
      expiry: "never",
      at_zero: "waits",
      owner_kind: "company",
      owner: { seats: "Ana", api: "Ben" },
    });
    expect([said["VF-1"], said["VF-4"], said["VF-5"]].map((each) => [each?.status, each?.value])).toEqual([
      ["said", optionOf("unit", "credit").label],
      ["said", optionOf("expiry", "never").label],
      ["said", optionOf("at_zero", "waits").label],
    ]);
    expect(said["VF-2"]).toMatchObject({ status: "said", value: "company", who: "Ana, Ben" });
    expect(items({ ...person, owner: "Ana" })["VF-2"]).toMatchObject({ status: "open", value: null, who: "Ana" });
  });

  it("show the edges in play, and a page that the person names as the person's", () => {
    const link = { url: "https://example.com/help", readOn: "2026-11-01" };
    const plus = items({ ...program, vendor: ["openai-chatgpt-plus"], link });
    expect(plus["VF-6"]).toMatchObject({ status: "read", sources: [{ readOn: "2026-09-30" }] });
    expect(plus["VF-6"]?.value).toMatch(/1 Nov 2026.*https:\/\/example\.com\/help/);
    expect(items({ ...program, vendor: ["openai-chatgpt-plus"], link: "none" })["VF-6"]?.value).not.toContain("https:");
    expect(items(program)["VF-6"]).toMatchObject({ status: "open", value: null });
  });

  it("ask for controls only where they can be required", () => {
    const of = (answers: Answers) => [items(answers)["VF-7"]?.status, items(answers)["VF-7"]?.value];
    const team: Answers = { ...person, audience: "team" };
    expect(of(person)).toEqual(["said", expect.any(String)]);
    expect(of(team)).toEqual(["open", null]);
    expect(of({ ...team, team_needs: ["none"], enterprise_needs: ["none"] })).toEqual(["said", "none"]);
    expect(of({ ...team, team_needs: ["permissions"], enterprise_needs: ["sso"] })).toEqual([
      "said",
      [optionOf("team_needs", "permissions"), optionOf("enterprise_needs", "sso")].map(({ label }) => label).join(", "),
    ]);
    expect(of({ ...team, team_needs: ["none"] })).toEqual(["open", null]);
  });
});
