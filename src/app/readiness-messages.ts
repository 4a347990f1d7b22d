/** What an operator reads who asks whether people can be answered. */
export const readinessMessages = {
  stuck: (minutes: number) => `A post has been due for ${minutes} minutes. Look for warnings in the log.`,
  broken: (reference: string) => `The database cannot be asked. Reference ${reference}.`,
  stopping: "aicost is stopping.",
  silent: "The database does not answer.",
};
