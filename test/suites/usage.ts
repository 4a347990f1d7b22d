import { afterEach, describe, expect, it } from "vitest";
import { mostUsageBytes, type Store, type Who } from "#core";
import { bytesOf } from "../usage/ask.ts";

/** Somebody in a chat who hands usage exports over, in one of the ways that the chat has. */
export type UsageEnd = {
  who: Who;
  store: Store;
  handOver(content: Uint8Array, name: string): Promise<unknown>;
  /** What this person sees now. */
  title(): string;
  text(): string;
  labels(): string[];
  press(label: string | RegExp): Promise<unknown>;
  /** Begins a conversation and answers its first page. */
  begin(): Promise<unknown>;
  /** Answers until the recommendation is there. */
  goOn(): Promise<unknown>;
  /** What somebody else could read. */
  seenByOthers(): unknown[];
  logged(): string[];
  /** Ends it. Throws where the platform had something to complain of. */
  close(): Promise<void>;
};

const secret = "private-name-of-a-file.csv";
const text = (words: string) => new TextEncoder().encode(words);

/** An export of so many models. */
function manyModels(many: number): Uint8Array {
  const rows = Array.from({ length: many }, (_, at) => ({
    object: "organization.usage.completions.result",
    input_tokens: 1_000 * (at + 1),
    output_tokens: 500,
    num_model_requests: 1,
    model: `own-model-${at}`,
  }));
  const [start_time, end_time] = [1_793_491_200, 1_793_577_600];
  const data = [{ object: "bucket", start_time, end_time, results: rows }];
  return text(JSON.stringify({ object: "page", data, has_more: false, next_page: null }));
}

/** What every chat does with usage exports, in each of its ways. */
export function usageSuite(name: string, open: () => Promise<UsageEnd>): void {
  describe(`usage exports ${name}`, () => {
    let end: UsageEnd;
    const opened = async () => {
      end = await open();
      return end;
    };
    afterEach(() => end.close());
    const draft = async () => (await end.store.of(end.who.tenant).draftOf(end.who.person))?.draft ?? null;

    it("are read for one person, and begin a decision whose work is measured, with its period on the card", async () => {
      const { handOver, press, goOn, title, text: shown, seenByOthers, logged } = await opened();
      await handOver(bytesOf("openai-usage.json"), secret);
      expect(title()).toBe("Your usage");
      expect(shown()).toContain("gpt-6-sol");
      await press("Use this in a decision");
      expect((await draft())?.answers).toMatchObject({ vendor: ["openai"], workload: { kind: "measured" } });
      expect(shown()).toMatch(/measured use from .* to /);
      await goOn();
      expect(title()).toMatch(/^Recommendation/);
      expect(shown()).toMatch(/measured use from .* to /);
      expect(seenByOthers()).toEqual([]);
      expect(logged().join()).not.toContain("private-name");
    });

    it("add their work to a conversation that waits, or begin anew", async () => {
      const { handOver, press, begin } = await opened();
      await begin();
      const before = (await draft())?.answers;
      expect(before).toMatchObject({ job: "person" });
      await handOver(bytesOf("anthropic-usage.json"), "usage.json");
      await press("Use this in a decision");
      expect((await draft())?.answers).toEqual(before);
      await press(/^Add it/);
      expect((await draft())?.answers).toMatchObject({ job: "person", workload: { kind: "measured" } });
      await handOver(bytesOf("openai-usage.json"), "usage.json");
      await press("Use this in a decision");
      await press("Start with this usage");
      expect(Object.keys((await draft())?.answers ?? {}).sort()).toEqual(["vendor", "workload"]);
    });

    it("are read page by page where one message cannot show them", async () => {
      const { handOver, press, labels, text: shown } = await opened();
      await handOver(manyModels(20), "usage.json");
      const seen = [shown()];
      for (let at = 0; labels().some((label) => label.startsWith("More")) && at < 20; at++) {
        await press(/^More/);
        seen.push(shown());
      }
      for (let at = 0; at < 20; at++) expect(seen.join("\n")).toContain(`own-model-${at}`);
    });

    it.each<[string, Uint8Array]>([
      ["too large", new Uint8Array(mostUsageBytes + 1).fill(0x20)],
      ["of an unknown shape", text('{"rows": [1, 2, 3]}')],
      ["empty", text("")],
      ["nested too deeply", text("[".repeat(1_000_000))],
      ["no text", new Uint8Array(4_096).map((_, at) => (at * 37) % 256)],
    ])("that are %s are refused in one screen with a next step, and nothing of them is kept", async (_, content) => {
      const { handOver, title, labels, press } = await opened();
      await handOver(content, "usage.json");
      expect(title()).toBe("The file was not read");
      expect(labels()).toEqual(expect.arrayContaining(["Choose another file", "Open the questions"]));
      expect(await draft()).toBeNull();
      await press("Choose another file");
      expect(title()).toBe("Your usage");
    });

    it("without tokens of a model are shown, and cannot be used", async () => {
      const { handOver, title, labels } = await opened();
      await handOver(bytesOf("openai-costs.json"), "costs.json");
      expect(title()).toBe("Your usage");
      expect(labels()).not.toContain("Use this in a decision");
      expect(labels()).toContain("Choose another file");
    });

    it("go with whoever asks to be forgotten", async () => {
      const { handOver, press, title, store, who } = await opened();
      await handOver(bytesOf("openai-usage.json"), "usage.json");
      await store.of(who.tenant).forgetPerson(who.person, 0, () => []);
      await press("Use this in a decision");
      expect(title()).toBe("No longer kept");
      expect(await draft()).toBeNull();
    });
  });
}
