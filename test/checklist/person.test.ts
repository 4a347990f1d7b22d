import { describe, expect, it } from "vitest";
import { readAnswers } from "../../src/checklist/answers.ts";
import {
  personName,
  readPerson,
  replacePerson,
  samePerson,
  typedName,
  writePerson,
} from "../../src/checklist/person.ts";
import { questions } from "../../src/checklist/questions/index.ts";

const read = (answers: unknown) => readAnswers(answers, questions, { vendors: [], rows: [] });

describe("somebody in an answer", () => {
  it.each([
    ["Ana", "Ana"],
    ["<@U123|Ana>", "<@U123|Ana>"],
    ["<@U123>", "<@U123>"],
    ["<@U123| >", "<@U123>"],
    ["<@U123|Ana", "<@U123|Ana"],
    ["<!channel>", "<!channel>"],
    ["<@U123|A|B>", "<@U123|A|B>"],
  ])("%s is a valid owner, and is kept as %s", (given, kept) => {
    expect(read({ owner: given })).toEqual({ answers: { owner: kept }, problems: [] });
    expect(read({ owner: { seats: given } })).toEqual({ answers: { owner: { seats: kept } }, problems: [] });
    expect(read({ duties: { keys: given } })).toEqual({ answers: { duties: { keys: kept } }, problems: [] });
  });

  it("is a name, or an id with or without one", () => {
    expect(readPerson("Ana")).toEqual({ id: null, name: "Ana" });
    expect(readPerson("<@U1|Ana>")).toEqual({ id: "U1", name: "Ana" });
    expect(readPerson("<@U1>")).toEqual({ id: "U1", name: null });
    expect([personName("Ana"), personName("<@U1|Ana>"), personName("<@U1>")]).toEqual(["Ana", "Ana", "@U1"]);
  });

  it.each(["A>na", "A|na", "<@U2|Eve>", "\u0007\u202eAna", `${"x".repeat(300)}`, "", "\ud83d\ude00".repeat(90)])(
    "keeps any name of a platform inside its marks: %j",
    (name) => {
      const written = writePerson("U1", name);
      expect(readPerson(written).id).toBe("U1");
      expect(read({ owner: written }).answers).toEqual({ owner: written });
    },
  );

  it("is picked by nobody who types it", () => {
    expect(readPerson(typedName("<@U1|Ana>")).id).toBeNull();
    expect(typedName("Ana <ana@example.com>")).toBe("Ana <ana@example.com>");
  });

  it("stays who they are where a field says no more than their name, or their id without one", () => {
    expect(samePerson("Ana", "<@U1|Ana>")).toBe("<@U1|Ana>");
    expect(samePerson("<@U1>", "<@U1|Ana>")).toBe("<@U1|Ana>");
    expect(samePerson("Ben", "<@U1|Ana>")).toBe("Ben");
    expect(samePerson("<@U2>", "<@U1|Ana>")).toBe("<@U2>");
    expect(samePerson("Ana", undefined)).toBe("Ana");
  });

  it("goes out of a text with the name that came with the id, and nobody else does", () => {
    expect(replacePerson("<@U1|Ana>, <@U12|Ann>, <@U1>", "U1", "-")).toBe("-, <@U12|Ann>, -");
    expect(replacePerson("<@U1>", ".*", "-")).toBe("<@U1>");
  });
});
