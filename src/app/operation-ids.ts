/** What one press does outside of the conversation, without a form. */
const operationIds = [
  "remove-approver",
  "tick",
  "untick",
  "balances",
  "balance",
  "drop-balance",
  "snooze",
  "reminder-done",
] as const;
export type OperationId = (typeof operationIds)[number];

/** Such a press, and what it is about. */
export type OperationRef = { operation: OperationId; about: string };

/** What its button carries. */
export function writeOperation({ operation, about }: OperationRef): string {
  return `${operation}.${about}`;
}

/** What `writeOperation` wrote; null for anything else. */
export function readOperation(text: string): OperationRef | null {
  const [, name, about = ""] = /^([a-z-]+)\.([\w.@~/-]{0,90})$/.exec(text) ?? [];
  const operation = operationIds.find((each) => each === name);
  return operation === undefined ? null : { operation, about };
}
