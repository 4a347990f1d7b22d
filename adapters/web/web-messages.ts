/** How a page could not be read, as people read it beside the reason. */
export const webMessages = {
  tooLarge: (megabytes: number) => `more than ${megabytes} MB`,
  leadsTo: (address: string) => `it leads to "${address}"`,
} as const;

/** As whom vendors' sites are asked: whoever looks after one reads what for. */
export const userAgent = (version: string) => `aicost/${version} (reads price pages again, when somebody asks for it)`;
