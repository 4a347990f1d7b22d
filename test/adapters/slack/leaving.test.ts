import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Store, StoreError } from "#core";
import { Person } from "../../wire/slack-person.ts";
import { openTeam, type Team } from "../../wire/slack-team.ts";
import { heldStore, until } from "../../wire/team.ts";
import { pageTitle } from "../../words.ts";
import { person, toReview } from "./steps.ts";

let team: Team;
let broken = false;
const held = heldStore(["draftOf"]);
const breaking = (store: Store): Store => ({
  ...store,
  of(tenant) {
    const real = store.of(tenant);
    const draftOf: typeof real.draftOf = async (owner) => {
      if (broken) throw new StoreError("lost", "The database cannot be reached.");
      return real.draftOf(owner);
    };
    return { ...real, draftOf };
  },
});
beforeEach(async () => {
  broken = false;
  team = await openTeam({ wrap: (store) => held.wrap(breaking(store)) });
});
afterEach(async () => {
  held.release();
  expect(team.slack.complaints).toEqual([]);
  expect(team.faults).toEqual([]);
  await team.close();
});

const draftOf = () => team.store.of({ platform: "slack", id: "T1" }).draftOf("UANA");

describe("a page that is left with something typed into it", () => {
  it("offers to keep it, as closing a window tells nobody what was typed; closing only closes", async () => {
    const { ana } = team;
    await ana.command("");
    expect(ana.view?.view.close.text).toBe("Close");
    expect(ana.view?.view.notify_on_close).toBeUndefined();
    ana.fill("job", "person");
    ana.fill("vendor", "kling");
    await ana.press("Save for later");
    expect(ana.title).toBe("Left");
    expect(ana.view?.view.submit).toBeUndefined();
    expect((await draftOf())?.draft.answers).toEqual({ job: "person", vendor: ["kling"] });
    await ana.command("");
    await ana.press(/^Resume/);
    expect(JSON.stringify(ana.state)).toContain('"kling"');
  });

  it("keeps it on every page of questions, and asks no questions on what has none", async () => {
    const { ana } = team;
    await ana.command("");
    await ana.answer({ ...person, audience: "team" });
    ana.fill("seats", "12");
    await ana.press("Save for later");
    expect((await draftOf())?.draft.answers).toMatchObject({ audience: "team", seats: 12 });
    await toReview(ana);
    expect(() => ana.button("Save for later")).toThrow(/no button/);
    await ana.command("settings");
    expect(JSON.stringify(ana.answers.at(-1))).not.toContain("Save for later");
  });

  it("does not say that something was kept where it could not be", async () => {
    const { ana } = team;
    const elsewhere = new Person(ana.slack, "UANA");
    await ana.command("");
    await elsewhere.command("");
    await ana.answer(person);
    const [kept, at] = [await draftOf(), ana.title];
    // The other client's window is of before: a conversation waits by now.
    elsewhere.fill("job", "code");
    await elsewhere.press("Save for later");
    expect(elsewhere.title).toBe(at);
    expect(elsewhere.text).toMatch(/in the meantime/);
    expect(await draftOf()).toEqual(kept);
  });
});

describe("the first page, opened before it was known that a conversation waits", () => {
  /** Opens it while the store does not answer. */
  async function openWithoutStore(): Promise<void> {
    const { ana } = team;
    held.hold();
    await ana.command("");
    expect(ana.title).toBe(pageTitle("work"));
    expect(() => ana.button(/Resume/)).toThrow(/no button/);
  }
  const known = () => until(() => JSON.stringify(team.ana.blocks).includes("Resume from"));

  it("offers to resume as soon as that is known, and leaves what is typed there meanwhile", async () => {
    const { ana } = team;
    await ana.command("");
    await ana.answer(person);
    const at = ana.title;
    await openWithoutStore();
    ana.fill("job", "code");
    held.release();
    await known();
    expect(ana.title).toBe(pageTitle("work"));
    expect(JSON.stringify(ana.state)).toContain('"code"');
    expect(ana.text).toMatch(/answers from before are kept/i);
    await ana.press(/^Resume from/);
    expect(ana.title).toBe(at);
  });

  it("can begin anew from there", async () => {
    const { ana } = team;
    await ana.command("");
    await ana.answer(person);
    await openWithoutStore();
    held.release();
    await known();
    await ana.press("Start over");
    expect(ana.title).toBe(pageTitle("work"));
    expect((await draftOf())?.draft.answers).toEqual({});
  });

  it("keeps what waits when it is answered all the same, before or after that is known", async () => {
    const { ana } = team;
    await ana.command("");
    await ana.answer(person);
    const [kept, at] = [await draftOf(), ana.title];
    await openWithoutStore();
    await ana.answer({ job: "code" });
    expect([ana.title, await team.store.of({ platform: "slack", id: "T1" }).draft(kept?.id ?? "")]).toEqual([at, kept]);
    held.release();
    await ana.slack.calm();
    // What is known now comes too late for the page that was answered.
    expect(ana.title).toBe(at);
    await openWithoutStore();
    held.release();
    await known();
    await ana.answer({ job: "code" });
    expect([ana.title, await draftOf()]).toEqual([at, kept]);
  });

  it("stays as it is where nothing waits, and where the store fails", async () => {
    const { ana } = team;
    for (const fails of [false, true]) {
      broken = fails;
      await openWithoutStore();
      ana.fill("job", "code");
      held.release();
      await ana.slack.calm();
      expect(ana.slack.calls.filter(({ method }) => method === "views.update")).toEqual([]);
      expect(JSON.stringify(ana.state)).toContain('"code"');
    }
  });
});
