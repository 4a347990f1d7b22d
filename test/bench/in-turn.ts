/**
 * What each of some programs does, round by round, each in turn at each place: whatever the machine does besides meets all of
 * them. The first rounds warm up and are left out.
 */
export async function inTurn<Name extends string, Result>(
  names: readonly [Name, ...Name[]],
  measure: (name: Name) => Promise<Result>,
  { warmUps, measured }: { warmUps: number; measured: number },
): Promise<Record<Name, Result>[]> {
  const rounds: Record<Name, Result>[] = [];
  for (let round = 0; round < warmUps + measured; round++) {
    const results = {} as Record<Name, Result>;
    for (let place = 0; place < names.length; place++) {
      const name = names[(round + place) % names.length] ?? names[0];
      results[name] = await measure(name);
    }
    if (round >= warmUps) rounds.push(results);
  }
  return rounds;
}
