import { describe, expect, it } from "vitest";
import { renderSuggestions } from "../../../adapters/slack/fields.ts";
import { most } from "../../../adapters/slack/limits.ts";

describe("options", () => {
  const ids = (shown: ReturnType<typeof renderSuggestions>) =>
    ("options" in shown ? shown.options : shown.option_groups.flatMap(({ options }) => options)).map(
      ({ value }) => value,
    );
  const option = (id: string) => ({ id, label: "A label" });

  it("are each there once, and only those whose ids Slack takes", () => {
    const long = "x".repeat(most.option);
    expect(ids(renderSuggestions(["a", "a", "", `${long}x`, long].map(option)))).toEqual(["a", long]);
  });

  it("are no more than Slack takes", () => {
    const many = Array.from({ length: most.options + 1 }, (_, at) => option(`o${at}`));
    expect(ids(renderSuggestions(many))).toHaveLength(most.options);
  });
});
