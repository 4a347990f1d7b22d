/** Work that was begun and has to be finished before the program ends. */
export type UnderWay = {
  /** Counts the work in until it is settled, and gives it back as it is. */
  add<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing is under way any more, what was added meanwhile included. Never rejects. */
  settled(): Promise<void>;
};

export function createUnderWay(): UnderWay {
  const open = new Set<Promise<unknown>>();
  return {
    add(work) {
      open.add(work);
      const over = () => open.delete(work);
      work.then(over, over);
      return work;
    },
    async settled() {
      while (open.size > 0) await Promise.allSettled(open);
    },
  };
}
