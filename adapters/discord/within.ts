/** The value, if it is there in time; else the promise of it, for later. A failure in time is thrown. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<{ ready: T } | { late: Promise<T> }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<{ late: Promise<T> }>((resolve) => {
    timer = setTimeout(() => resolve({ late: work }), milliseconds);
  });
  try {
    return await Promise.race([work.then((ready) => ({ ready })), late]);
  } finally {
    clearTimeout(timer);
  }
}
