import { z } from "zod";
import { logWords } from "./log-words.ts";

/** What may be missing; Discord writes that as null as well. */
const may = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);
const id = z.string().regex(/^\d{1,21}$/);
const name = may(z.string().max(200));
const permissions = z.string().regex(/^\d{1,40}$/);

const user = z.object({ id, username: name, global_name: name });
const member = z.object({ nick: name });
const channel = z.object({
  type: may(z.int()),
  name,
  permissions: may(permissions),
  app_permissions: may(permissions),
});
const attachment = z.object({ filename: may(z.string()), url: may(z.string()) });
const answered = z.object({
  type: may(z.int()),
  custom_id: may(z.string()),
  value: may(z.union([z.string(), z.boolean()])),
  values: may(z.array(z.string())),
});

const payload = z.object({
  id,
  application_id: id,
  type: z.int(),
  token: z.string().min(1),
  guild_id: may(id),
  channel_id: may(id),
  channel: may(channel),
  app_permissions: may(permissions),
  authorizing_integration_owners: may(z.record(z.string(), z.string())),
  member: may(z.object({ user: may(user), permissions: may(permissions) })),
  user: may(user),
  message: may(z.object({ id: may(id), flags: may(z.int()), author: may(user) })),
  data: may(
    z.object({
      name: may(z.string()),
      target_id: may(id),
      custom_id: may(z.string()),
      component_type: may(z.int()),
      values: may(z.array(z.string())),
      options: may(z.array(z.object({ name: z.string(), value: may(z.unknown()), focused: may(z.boolean()) }))),
      resolved: may(
        z.object({
          channels: may(z.record(z.string(), channel)),
          users: may(z.record(z.string(), user)),
          members: may(z.record(z.string(), member)),
          attachments: may(z.record(z.string(), attachment)),
          messages: may(z.record(z.string(), z.object({ attachments: may(z.array(attachment)) }))),
        }),
      ),
      components: may(z.array(z.object({ component: may(answered), components: may(z.array(answered)) }))),
    }),
  ),
});

/** A payload of an interaction, as far as it is read here. */
export type Payload = z.infer<typeof payload>;
export type PayloadChannel = z.infer<typeof channel>;

/** What came over the wire as a payload; or the field that is not as Discord describes it. */
export function readPayload(given: unknown): Payload | { unreadable: string } {
  const read = payload.safeParse(given);
  return read.success
    ? read.data
    : { unreadable: read.error.issues[0]?.path.map(String).join(".") || logWords.wholePayload };
}
