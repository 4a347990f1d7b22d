import { describe, expect, it } from "vitest";
import { clean } from "../../src/screen/clean.ts";

describe("a text that is shown", () => {
  it.each([
    ["an escape of a terminal", "a\u001b[2Jb", "a [2Jb"],
    ["a mark of direction", "a\u200eb\u200fc\u061cd", "a b c d"],
    ["a turned direction", "a\u202egnp\u202c.\u2066exe\u2069", "a gnp . exe "],
    ["ends of lines of every kind", "a\nb\u0085c\u2028d\u2029e", "a b c d e"],
  ])("has a blank for %s", (_, text, shown) => {
    expect(clean(text)).toBe(shown);
  });

  it.each([
    ["blanks without width", "An\u200ba\u2060\ufeff", "Ana"],
    ["a soft hyphen", "Daten\u00adschutz", "Datenschutz"],
    ["letters without a shape", "A\u3164\u115f\u1160\uffa0na", "Ana"],
    ["a text in tags", "Ana\u{e0068}\u{e0069}", "Ana"],
    ["a text in tags behind a flag", "\u{1f3f4}\u{e0068}\u{e0069}\u{e0020}\u{e0068}", "\u{1f3f4}"],
    ["a text in variation selectors", "❤\ufe0f\u{e0110}\u{e0120}", "❤\ufe0f"],
    ["an annotation", "a\ufff9b\ufffac\ufffb", "abc"],
    ["signs of a formula that are not there", "f\u2061x\u2062y\u206a", "fxy"],
  ])("leaves out %s", (_, text, shown) => {
    expect(clean(text)).toBe(shown);
  });

  it.each([
    ["a family", "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}"],
    ["a heart in colour and a digit in a key", "❤\ufe0f 1\ufe0f\u20e3"],
    ["the flag of Scotland", "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}"],
    ["Persian", "می\u200cخواهم"],
    ["Sinhala", "ක්\u200dෂ"],
    ["a Japanese name in its own shape", "葛\u{e0100}"],
    ["Mongolian", "ᠠ\u180bᠠ\u180e"],
    ["a skin tone and an accent", "👍🏽 e\u0301"],
  ])("keeps %s as it is written", (_, text) => {
    expect(clean(text)).toBe(text);
  });

  it("has a sign for half of a letter", () => {
    expect(clean("a\ud83db\udc68c")).toBe("a\ufffdb\ufffdc");
  });

  it("is never empty where something was written: no platform takes an empty text", () => {
    expect(clean("\u200b\u3164")).toBe(" ");
    expect(clean("")).toBe("");
  });
});
