/** A few things at hand, the oldest of which go. What is missing is asked for again. */
export function createShelf<T>(most: number) {
  const kept = new Map<string, T>();
  return {
    get: (key: string) => kept.get(key),
    put(key: string, value: T) {
      kept.delete(key);
      if (kept.size >= most) kept.delete(kept.keys().next().value ?? "");
      kept.set(key, value);
    },
  };
}
