import { describe, it } from "vitest";
import { renderBlocks } from "../../adapters/terminal/render.ts";
import { advisorOn, exampleDay } from "../advisor.ts";
import { approved } from "../suites/approve.ts";
import { play } from "./play.ts";
import { journeys } from "./scripts.ts";

const advisor = advisorOn(exampleDay);
const paper = { width: 80, colour: false };

/** Set APPROVE=1 to write them anew, then read every line. */
describe("a whole conversation reads as approved", () => {
  for (const [name, script] of Object.entries(journeys)) {
    it(name, () => {
      const { screens, review } = play(advisor, script);
      const written = [...screens, review]
        .map(({ id, step, title, body, fields }) => {
          const asked = fields
            .filter((field) => field.id !== "edit" && field.field !== "channel")
            .map((field) => `? ${field.label}\n> ${[script[field.id] ?? "(left open)"].flat().join(", ")}`);
          return [`== ${id} (${step?.name}): ${title}`, renderBlocks(body, paper), ...asked].join("\n");
        })
        .join("\n\n");
      approved(new URL(`../journeys/${name}.txt`, import.meta.url), written);
    });
  }
});
