import { ChannelType, type Client, Events, type Guild, type GuildBasedChannel, PermissionFlagsBits } from "discord.js";
import type { Log, Store, Tenant, UnderWay } from "#core";

/** Announcements are read like other text. A thread is nobody's but of those in it, wherever it was begun. */
const kinds: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];
const view = PermissionFlagsBits.ViewChannel;

/** Whether everybody in a server can read a channel, as far as the gateway has told. What is not known is not open. */
export function isOpen(client: Client | null, { id }: Tenant, channel: string): boolean {
  const guild = client?.guilds.cache.get(id);
  return guild?.available === true && isForAll(guild, guild.channels.cache.get(channel));
}

/** @everyone may view it, and no role and nobody is shut out of it. */
function isForAll(guild: Guild, channel: GuildBasedChannel | undefined): boolean {
  if (channel === undefined || channel.isThread() || !kinds.includes(channel.type)) return false;
  const shut = channel.permissionOverwrites.cache.some(({ deny }) => deny.has(view));
  return !shut && channel.permissionsFor(guild.roles.everyone).has(view);
}

/**
 * What was posted where everybody could read is for its channel alone once that is closed, or gone: when Discord says so, and
 * after each connection, for what happened meanwhile. A channel that is opened tells nothing of what was said in it before.
 */
export function watchOpenness(client: Client, store: Store, underWay: UnderWay, log: Log): void {
  async function close(guild: Guild): Promise<void> {
    const tenant = store.of({ platform: "discord", id: guild.id });
    const known = await tenant.openChannels();
    const closed = known.filter((each) => !isForAll(guild, guild.channels.cache.get(each)));
    if (closed.length > 0) await tenant.closeChannels(closed);
  }
  const look = (guild: Guild) => void underWay.add(close(guild).catch((error: unknown) => void log.fault(error)));
  client.on(Events.GuildCreate, look);
  // Of an outage nothing is learnt; it ends with this, and so does each new connection.
  client.on(Events.GuildAvailable, look);
  client.on(Events.GuildRoleUpdate, (_, { id, guild }) => {
    if (id === guild.roles.everyone.id) look(guild);
  });
  client.on(Events.ChannelUpdate, (_, channel) => {
    if (!channel.isDMBased() && !isForAll(channel.guild, channel)) look(channel.guild);
  });
  client.on(Events.ChannelDelete, (channel) => {
    if (!channel.isDMBased()) look(channel.guild);
  });
}
