/** Three values: true, false, and `undefined` for "not known" (unanswered and "I don't know" alike). */
export type Truth = boolean | undefined;

export function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

export function and(left: Truth, right: Truth): Truth {
  if (left === false || right === false) return false;
  return left && right;
}
