import type { AudienceChannel, Decision, Moment, NewPost, Viewer } from "./rows.ts";

/** What changes who may see the decisions of a tenant. */
export type TenantAudiences = {
  /** Posts that bring a decision to more channels, with its audience, all or nothing. */
  share(decision: string, audience: readonly AudienceChannel[], posts: readonly NewPost[], now: Moment): Promise<void>;
  /** Posts that take a decision out of channels, with its audience, all or nothing. */
  withdraw(decision: string, channels: readonly string[], posts: readonly NewPost[], now: Moment): Promise<void>;
  /** The channels of decisions that everybody in the tenant could read when they were posted, and since. */
  openChannels(): Promise<string[]>;
  /** These channels are not open any more: what was posted there is for their people alone. */
  closeChannels(channels: readonly string[]): Promise<void>;
};

/** Whether somebody may see a decision. Who may not is answered as if there were none. */
export function maySee({ by, audience }: Pick<Decision, "by" | "audience">, { person, channels }: Viewer): boolean {
  return by === person || audience.some(({ channel, open }) => open || channels.includes(channel));
}
