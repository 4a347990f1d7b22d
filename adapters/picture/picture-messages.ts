/** What the log has of a picture that was not drawn. */
export const noPicture = (why: string) => `There is no picture: ${why}`;
