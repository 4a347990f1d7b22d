import { derived, eq, has } from "../condition.ts";
import { choices, type Question } from "../question.ts";

/** What code is made with: each tool has its own expensive mistakes. */
export const toolQuestions: Question[] = [
  {
    id: "tools",
    // Where a page is shown anyway: it opens none by itself.
    page: [{ id: "program", if: derived("code") }, { id: "people", if: eq("audience", "me") }, { id: "rules" }],
    text: "Which tools do you code with?",
    topic: "coding tools",
    why: "Each has its own ways to overspend.",
    kind: choices(
      ["claude_code", "Claude Code"],
      ["copilot", "GitHub Copilot"],
      ["cursor", "Cursor"],
      ["codex", "Codex"],
      ["gemini_cli", "Gemini CLI"],
      ["opencode", "OpenCode or OpenClaw"],
      ["replit", "Replit"],
      ["litellm", "LiteLLM"],
      ["none", "None of these"],
    ),
    askedIf: has("output", "code"),
    skippable: true,
    prefilled: true,
    seeds: [],
  },
];
