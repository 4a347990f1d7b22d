import type { FormId } from "../form-ids.ts";
import type { OperationId } from "../operation-ids.ts";
import { answering } from "./answering.ts";
import { approver, removeApprover } from "./approver.ts";
import { ask, asking } from "./ask.ts";
import { holder, paying } from "./balance-care.ts";
import { balanceForm } from "./balance-form.ts";
import { balance, balances, dropBalance, reminderDone, snooze } from "./balance-operations.ts";
import { bought } from "./bought.ts";
import { declining } from "./declining.ts";
import type { Form, Operation } from "./form.ts";
import { approvals, money, reminders } from "./team-forms.ts";
import { tick, untick } from "./ticks.ts";
import { usage } from "./usage.ts";

/** Every form outside of the conversation. A new one is a file, its id and a line here. */
export const forms: Readonly<Record<FormId, Form>> = {
  declining,
  ask,
  asking,
  answering,
  approver,
  approvals,
  reminders,
  money,
  prepaid: balanceForm("prepaid"),
  credit: balanceForm("credit"),
  seats: balanceForm("seats"),
  holder,
  paying,
  bought,
  usage,
};

/** Everything that one press does outside of the conversation. */
export const operations: Readonly<Record<OperationId, Operation>> = {
  "remove-approver": removeApprover,
  tick,
  untick,
  balances,
  balance,
  "drop-balance": dropBalance,
  snooze,
  "reminder-done": reminderDone,
};
