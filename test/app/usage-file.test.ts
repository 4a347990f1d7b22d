import { afterAll, describe, expect, it } from "vitest";
import { type App, createApp, createBot, type FetchFile, type Reply, type Who } from "#core";
import { openStore } from "../../adapters/sql/index.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { atOnce, directEstimator, directReader } from "../at-once.ts";
import { bytesOf } from "../usage/ask.ts";

const store = await openStore({ file: ":memory:", now: () => 1_795_000_000_000 });
afterAll(() => store.close());
const tenant = { platform: "slack", id: "T1" } as const;
const roomy = { characters: 100_000, blocks: 1_000, text: 10_000 };
let ids = 0;
/** Somebody of their own for each test. */
const newPerson = (): Who => ({ tenant, person: `U${++ids}` });

function open(fetchFile?: FetchFile): App {
  const newId = () => `id${++ids}`;
  const base = { store, advisor: () => advisorOn(exampleDay), now: () => 1_795_000_000_000, newId };
  const bot = createBot({ ...base, counter: () => Promise.reject(new Error("nothing was pasted")) });
  return createApp({
    ...base,
    bot,
    estimator: directEstimator,
    usage: directReader,
    ...(fetchFile === undefined ? {} : { fetchFile }),
    turn: atOnce,
    asksItself: true,
    advisorOn,
    chatWords: (answered) => answered,
    limits: { form: roomy, answer: roomy, card: roomy, buttonValue: 500 },
    typed: (verb, rest) => `/aicost ${verb} ${rest}`,
    deliver: async () => undefined,
    linkTo: async () => null,
  });
}

const gives = open(async () => ({ bytes: bytesOf("openai-usage.csv") }));
const place = { channel: null };
const take = (app: App, who: Who) => app.ask(who, { ask: "take-usage", file: "https://files.example/f" }, place);
const useOf = ({ screen }: Reply) => screen.actions.find(({ action }) => action === "use-usage")?.about ?? "";
const use = (who: Who, about: string) => gives.press(who, { act: "use-usage", about }, place);
const draftOf = ({ person }: Who) => store.of(tenant).draftOf(person);

describe("a usage export that was handed over", () => {
  it("leaves totals behind, and no project, key or name of the file", async () => {
    const ana = newPerson();
    const about = useOf(await take(gives, ana));
    await use(ana, about);
    const kept = `${await store.of(tenant).keptReading(about, ana.person)}${JSON.stringify(await draftOf(ana))}`;
    expect(kept).toContain("gpt-6-sol");
    expect(kept).not.toMatch(/secret|files\.example/);
  });

  it("is nobody else's to see or to use", async () => {
    const [ana, ben] = [newPerson(), newPerson()];
    const about = useOf(await take(gives, ana));
    expect((await gives.ask(ben, { ask: "usage", id: about }, place)).screen.title).toBe("No longer kept");
    expect((await use(ben, about)).screen.title).toBe("No longer kept");
    expect(await draftOf(ben)).toBeNull();
  });

  it("is used twice to the same conversation", async () => {
    const ana = newPerson();
    const about = useOf(await take(gives, ana));
    const [first, second] = [await use(ana, about), await use(ana, about)];
    expect(second.ticket).toBe(first.ticket);
    const added = [await use(ana, `${about}/add`), await use(ana, `${about}/add`)];
    expect(added[1]?.ticket).toBe(added[0]?.ticket);
  });

  it.each(["", "unknown", "unknown/add", "../x", `${"a".repeat(70)}`])("is not there under %j", async (about) => {
    const ana = newPerson();
    expect((await use(ana, about)).screen.title).toBe("No longer kept");
    expect(await draftOf(ana)).toBeNull();
  });

  it("is not mistaken for something else that is kept for the same person", async () => {
    const ana = newPerson();
    await store.of(tenant).keepReading({ id: "aline", owner: ana.person, reading: "line 20k chats", at: 0 });
    expect((await use(ana, "aline")).screen.title).toBe("No longer kept");
  });

  it("that cannot be had is a sentence of its platform, with what to do", async () => {
    const { screen } = await take(
      open(async () => ({ problem: "It is gone. Attach it again." })),
      newPerson(),
    );
    expect(JSON.stringify(screen.body)).toContain("It is gone.");
    expect(screen.actions.map(({ action }) => action)).toEqual(["form", "begin"]);
  });

  it("is not taken where no files come, and it says where they are", async () => {
    const { screen } = await take(open(), newPerson());
    expect(JSON.stringify(screen.body)).toContain("terminal");
  });
});
