/** The same work, begun only when its turn has come. */
export function inTurn<A extends unknown[], R>(
  turn: () => Promise<void>,
  work: (...given: A) => Promise<R>,
): (...given: A) => Promise<R> {
  return async (...given) => {
    await turn();
    return work(...given);
  };
}
