import { personName, readPerson } from "../checklist/person.ts";
import type { Fact } from "../screen/screen.ts";

/** A fact that begins with a person, as an answer names them, and goes on with `rest`. */
export function personFact(label: string, person: string, rest: string): Fact {
  const { id } = readPerson(person);
  return { label, value: `${personName(person)}${rest}`, ...(id === null ? {} : { person: { id, rest } }) };
}
