import { describe, expect, it } from "vitest";
import { address, escaped } from "../../../adapters/discord/text.ts";

describe("an address", () => {
  const long = `https://a.example/${"a_b*c~d/".repeat(50_000)}`;

  it.each(["https://a.example", "http://a", "https://a.example/x_y*z~?q=1&r=(2)", long])(
    "%.40s can be opened",
    (url) => {
      expect(address(url)).toBe(`<${url}>`);
    },
  );

  it.each([
    "",
    "https://",
    "ftp://a.example",
    "javascript:alert(1)",
    "https:// a.example",
    "https://a.example>",
    "https://a.example/x y",
    "https://a.example|x",
    "https://a.example\\x",
    "https://a.example`",
    "https://_a.example",
    " https://a.example",
    `${long}>`,
    `${long} <@1>`,
  ])("%.40s is none, and stays text", (url) => {
    expect(address(url)).toBe(escaped(url));
    expect(address(url)).not.toMatch(/^<|[^\\]</);
  });
});
