import { describe, expect, it } from "vitest";
import { openMarket } from "../../src/market/market.ts";
import { nameProblem, readName } from "../../src/market/names.ts";
import { advisorOn, exampleDay } from "../advisor.ts";

const { market } = advisorOn(exampleDay);

/** Names as people say them, and the vendor or the product that each has to become. */
const everyday: [string, string][] = [
  ["ChatGPT", "openai"],
  ["chatgpt", "openai"],
  ["Chat GPT", "openai"],
  ["GPT", "openai"],
  ["gpt-5", "openai"],
  ["OpenAI", "openai"],
  ["open ai", "openai"],
  ["the ChatGPT app", "openai"],
  ["OpenAI API", "openai"],
  ["ChatGPT Plus", "openai-chatgpt-plus"],
  ["ChatGPTPlus", "openai-chatgpt-plus"],
  ["chatgpt plus plan", "openai-chatgpt-plus"],
  ["OpenAI Plus", "openai-chatgpt-plus"],
  ["ChatGPT Enterprise", "openai-enterprise"],
  ["ChatGPT Pro", "openai"],
  ["ChatGPT Team", "openai"],
  ["Codex", "openai"],
  ["Sora", "openai"],
  ["DALL-E", "openai"],
  ["DALL·E 3", "openai"],
  ["Claude", "anthropic"],
  ["claude.ai", "anthropic"],
  ["Claude Code", "anthropic"],
  ["Claude Max", "anthropic"],
  ["Claude API", "anthropic"],
  ["Claude Opus", "anthropic"],
  ["Anthropic", "anthropic"],
  ["anthrop", "anthropic"],
  ["Claude Pro", "anthropic-claude-pro"],
  ["Claude Pro subscription", "anthropic-claude-pro"],
  ["Gemini", "google"],
  ["Gemini Advanced", "google"],
  // The model as well as the plan.
  ["Gemini Pro", "google"],
  ["Gemini API", "google"],
  ["Google AI Pro", "google-ai-pro"],
  ["Google AI Ultra", "google"],
  ["Veo 3", "google"],
  ["Nano Banana", "google"],
  ["Vertex", "google"],
  ["Grok", "xai"],
  ["Grok 4", "xai"],
  ["x.ai", "xai"],
  ["SuperGrok", "xai-supergrok"],
  ["GitHub Copilot", "github"],
  ["copilot pro", "github-copilot-pro"],
  ["Copilot Pro+", "github-copilot-pro-plus"],
  ["Microsoft Copilot", "microsoft"],
  ["M365 Copilot", "microsoft"],
  ["Perplexity", "perplexity"],
  ["Perplexity Pro", "perplexity-pro"],
  // The only Max of the catalogue is the Enterprise Max.
  ["Perplexity Max", "perplexity"],
  ["Midjourney", "midjourney"],
  ["Mid Journey", "midjourney"],
  ["Midjourney v7", "midjourney"],
  ["Kling", "kling"],
  ["Kling 3.0", "kling"],
  ["Kling Pro", "kling-app-pro"],
  ["Runway", "runway"],
  ["RunwayML", "runway"],
  ["Runway Gen-4", "runway"],
  ["Suno", "suno"],
  ["Suno v5", "suno"],
  ["ElevenLabs", "elevenlabs"],
  ["Eleven Labs", "elevenlabs"],
  ["Eleven", "elevenlabs"],
  ["Cursor", "cursor"],
  ["Cursor Pro", "cursor-pro"],
  ["Mistral", "mistral"],
  ["Le Chat", "mistral"],
  ["Le Chat Pro", "mistral-le-chat-pro"],
  ["DeepSeek", "deepseek"],
  ["Deep Seek", "deepseek"],
  ["Luma", "luma"],
  ["Luma Dream Machine", "luma"],
  ["Pika", "pika"],
  ["Hailuo", "hailuo"],
  ["MiniMax", "minimax"],
  ["Firefly", "firefly"],
  ["Adobe Firefly Premium", "firefly-premium"],
  ["Stable Diffusion", "stability"],
  ["Leonardo", "leonardo"],
  ["Krea", "krea"],
  ["fal.ai", "fal"],
  ["Replicate", "replicate"],
  ["OpenRouter", "openrouter"],
  ["Windsurf", "cognition"],
  ["Devin Pro", "devin-pro"],
  ["Azure OpenAI", "azure"],
  ["Amazon Bedrock", "aws"],
  ["Vertex AI", "google"],
  ["Kimi", "moonshot"],
  ["GLM", "zhipu"],
  ["v0", "vercel"],
];

describe("a name as people type it", () => {
  it.each(everyday)("%s is %s", (typed, id) => {
    expect(readName(typed, market)).toEqual({ id });
    expect(readName(` ${typed.toUpperCase()} `, market)).toEqual({ id });
  });

  it("is the product where it stands in the catalogue, whatever its name is made of", () => {
    const rows = market.catalogue.vendors.flatMap(({ id }) => market.rowsOf(id)).filter(({ kind }) => kind !== "tier");
    expect(rows.length).toBeGreaterThan(100);
    for (const { id, product } of rows) expect(readName(product, market), product).toEqual({ id });
    for (const { id } of market.catalogue.rows) expect(readName(id, market)).toEqual({ id });
    for (const { id, name } of market.catalogue.vendors) {
      expect(readName(name, market)).toEqual({ id });
      expect(readName(id, market)).toEqual({ id });
    }
  });

  it.each([
    ["Copilot", ["github", "microsoft"]],
    ["Copilot Studio", ["github", "microsoft"]],
    ["chat", ["openai", "mistral"]],
    ["open", ["openai", "openrouter", "azure", "moonshot"]],
  ])("%s asks back: it may be of several vendors", (typed, ids) => {
    const named = readName(typed, market);
    expect("several" in named ? named.several.map(({ id }) => id) : named).toEqual(ids);
  });

  it.each([
    ["Chatgtp", "openai"],
    ["Chatgtp Plus", "openai-chatgpt-plus"],
    ["Cluade", "anthropic"],
    ["Gemnini", "google"],
    ["Perplexty", "perplexity"],
    ["Midjourny", "midjourney"],
    ["Klang", "kling"],
    ["master", "hailuo-app-master"],
  ])("%s is not put right, and the nearest name is offered first", (typed, id) => {
    const named = readName(typed, market);
    expect("nearest" in named ? named.nearest[0]?.id : named).toBe(id);
  });

  it.each(["Notion AI", "Poe", "Recraft", "Synthesia", "x", "?", "", "💸", "Max Headroom"])(
    "%j is nothing that is known",
    (typed) => {
      expect(readName(typed, market)).toEqual({ nearest: [] });
    },
  );

  it("of a vendor stays the vendor, whatever a product of theirs is called", () => {
    const { catalogue } = market;
    const row = market.row("kling-app-pro");
    if (row === undefined) throw new Error("no row");
    const rows = [...catalogue.rows, { ...row, id: "kling-app", product: "Kling app" }];
    const made = openMarket({ ...catalogue, rows }, exampleDay);
    expect(readName("Kling AI", made)).toEqual({ id: "kling" });
    expect(readName("Kling app", made)).toEqual({ id: "kling-app" });
  });

  it("costs no time where it is a paste", () => {
    expect(readName("a".repeat(1_000_000), market)).toEqual({ nearest: [] });
    expect(readName("ChatGPT, and so on ".repeat(50_000), market)).toEqual({ id: "openai" });
  });

  it("that is offered instead is itself one that is understood", () => {
    for (const typed of ["Copilot", "chat", "open", "Chatgtp", "Cluade", "Gemnini", "pro", "api", "max", "team"]) {
      const named = readName(typed, market);
      if ("id" in named) throw new Error(typed);
      const offered = "several" in named ? named.several : named.nearest;
      expect(offered.length).toBeGreaterThan(0);
      for (const { id, name } of offered) {
        const again = readName(name, market);
        // The name of a product may stand for its vendor: "copilot pro" is one of GitHub.
        expect("id" in again ? [again.id, market.row(again.id)?.vendor] : again, name).toContain(id);
        expect(nameProblem(typed, named)).toContain(name);
      }
    }
  });
});
