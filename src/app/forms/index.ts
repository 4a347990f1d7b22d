import type { FormId } from "../form-ids.ts";
import type { OperationId } from "../operation-ids.ts";
import { answering } from "./answering.ts";
import { approver, removeApprover } from "./approver.ts";
import { ask, asking } from "./ask.ts";
import { declining } from "./declining.ts";
import type { Form, Operation } from "./form.ts";
import { approvals, money, reminders } from "./team-forms.ts";
import { tick, untick } from "./ticks.ts";

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
};

/** Everything that one press does outside of the conversation. */
export const operations: Readonly<Record<OperationId, Operation>> = {
  "remove-approver": removeApprover,
  tick,
  untick,
};
