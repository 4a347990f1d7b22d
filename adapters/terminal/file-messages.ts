/** A file by its name, or what comes in by the pipe: within a sentence, and at its beginning. */
export const inputWords = { within: "the input", first: "The input" } as const;

/** What is wrong with a file that is to be read. `name`: as the sentence begins. */
export const fileMessages = {
  empty: (name: string) => `${name} is empty.`,
  tooLarge: (name: string, megabytes: number) =>
    `${name} has more than ${megabytes} MB, which is more than is read. Give a smaller one.`,
  noJson: (name: string, why: string) => `${name} is no JSON: ${why}.`,
  unread: (name: string, code: string) => `${name} cannot be read${code === "" ? "" : ` (${code})`}. Try another file.`,
} as const;

/** Why a file cannot be read, by the code of the system; of a name as it stands within a sentence. */
export const readReasons: Readonly<Record<string, (name: string) => string>> = {
  ENOENT: (name) => `There is no file ${name} here.`,
  ENOTDIR: (name) => `There is no file ${name} here.`,
  EISDIR: (name) => `${name} is a folder, not a file. Name a file in it.`,
  EACCES: (name) => `You may not read ${name}. Look at its rights.`,
  EPERM: (name) => `You may not read ${name}. Look at its rights.`,
  ENAMETOOLONG: (name) => `${name.slice(0, 60)} is too long for the name of a file.`,
};

/** Why a file cannot be written, by the code of the system. */
export const saveReasons: Readonly<Record<string, string>> = {
  EEXIST: "there is a file of that name",
  EISDIR: "that is the name of a folder",
  ENOENT: "there is no such folder",
  ENOTDIR: "there is no such folder",
  EACCES: "you may not write there",
  EPERM: "you may not write there",
  EROFS: "nothing can be written there",
  ENOSPC: "the disk is full",
  ENAMETOOLONG: "the name is too long",
};

export const notSaved = (why: string | undefined) => `Not saved: ${why}. Choose another name.`;
