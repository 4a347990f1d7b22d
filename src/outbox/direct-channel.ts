const begins = "person:";

/** The channel of posts that one person alone gets, as a direct message from the app. */
export function directChannel(person: string): string {
  return `${begins}${person}`;
}

/** Who gets what is posted there; null for a channel that people share. */
export function personOfChannel(channel: string): string | null {
  return channel.startsWith(begins) ? channel.slice(begins.length) : null;
}

/**
 * What a direct message is called once it is there: its platform names the place only when it is sent, and asks for it with
 * every change. Neither name has a slash.
 */
export function directReference(place: string, message: string): string {
  return `${place}/${message}`;
}

/** The place and the message that `directReference` joined. Throws a RangeError for anything else. */
export function readDirectReference(reference: string): { place: string; message: string } {
  const [place = "", message = ""] = reference.split("/");
  if (place === "" || message === "") throw new RangeError("not the reference of a direct message");
  return { place, message };
}
