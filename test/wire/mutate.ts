/** What a program could hold that reads a payload: any JSON, and keys of any name. */
type Value = unknown;

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What stands where something else was expected. Text of JSON, as a key may only so be called `__proto__`. */
const odd = [
  "null",
  "true",
  "0",
  "-1.5",
  "1e308",
  '""',
  '" "',
  '"\\u0000"',
  '"\\ud800"',
  '"<!channel>"',
  '"__proto__"',
  '"a1.x.work.999999999"',
  '"aicost:v1:constructor:0"',
  '"aicost:v0:gone:0"',
  "[]",
  "[null]",
  "[[[]]]",
  '["a", 1, null]',
  "{}",
  '{"id": null}',
  '{"__proto__": {"id": "U1"}}',
  '{"constructor": 1, "toString": 2, "id": []}',
  '{"f:__proto__:x": {"value": {"value": 1}}, "f:job:work.0": {"__proto__": {"value": "person"}}}',
  JSON.stringify("x".repeat(100_000)),
  `${"[".repeat(200)}${"]".repeat(200)}`,
  `${'{"a":'.repeat(200)}1${"}".repeat(200)}`,
];
const names = ["__proto__", "constructor", "toString", "id", "", "x".repeat(300)];

type Place = { holder: Record<string, Value>; key: string };

function places(value: Value, found: Place[] = []): Place[] {
  if (typeof value !== "object" || value === null) return found;
  for (const key of Object.keys(value)) {
    found.push({ holder: value as Record<string, Value>, key });
    places((value as Record<string, Value>)[key], found);
  }
  return found;
}

/** Like the payload, but for one to three things in it. The payload itself stays as it is. */
export function mutated(payload: Value, random: () => number): Value {
  const root = { payload: structuredClone(payload) };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  for (let times = Math.ceil(random() * 3); times > 0; times--) {
    const all = places(root);
    const { holder, key } = pick(all);
    const here = holder[key];
    const kind = random();
    if (kind < 0.5) holder[key] = JSON.parse(pick(odd));
    else if (kind < 0.7) delete holder[key];
    else if (kind < 0.8) {
      delete holder[key];
      Object.defineProperty(holder, pick(names), { value: here, enumerable: true, configurable: true, writable: true });
    } else if (kind < 0.9) holder[key] = pick([[here], { value: here }, [here, here, here]]);
    else holder[key] = structuredClone(pick(all.map((place) => place.holder[place.key])));
    if (!Object.hasOwn(root, "payload")) root.payload = null;
  }
  return root.payload;
}
