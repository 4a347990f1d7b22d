/** What is said to those who link two places of their team. */
export const messages = {
  title: "Link with another workspace",
  code: (command: string, minutes: number) =>
    `Type ${command} on the other side within ${minutes} minutes. The code works once.`,
  what: "Both sides then show decisions from channels that everybody can read. Private ones stay where they are.",
  linkedTitle: "Linked",
  linked: (platform: string, command: string) => `Linked with ${platform}. Type ${command} to end it.`,
  unlinkedTitle: "Unlinked",
  unlinked: (platform: string) => `The link with ${platform} has ended. Neither side shows the other's decisions.`,
  notLinked: (command: string) => `Nothing is linked here yet. Type ${command} to link.`,
  mayNot: "Only people who may change the settings can link or unlink. Ask one of the approvers.",
  nowhere: "Only a workspace or a server can be linked. Type it in a channel of your team.",
  refused: {
    unknown: (command: string) =>
      `This code is wrong, used or expired. Type ${command} on the other side for a new one.`,
    own: (command: string) => `This code was made here. Type ${command} on the other side.`,
    linked: (command: string) => `One of both sides has a link already. Type ${command} there first.`,
    tries: "Too many wrong codes. Wait 15 minutes, then type a new one.",
  },
  fromThere: (platform: string) => `This decision was made in ${platform}. Change or approve it there.`,
} as const;
