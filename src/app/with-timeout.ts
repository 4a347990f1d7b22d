/** The value, if it is there before the pause is over; else the promise of it, for later. A failure before is thrown. */
export function withTimeout<T>(
  pause: Promise<unknown>,
  work: Promise<T>,
): Promise<{ ready: T } | { late: Promise<T> }> {
  return Promise.race([work.then((ready) => ({ ready })), pause.then(() => ({ late: work }))]);
}
