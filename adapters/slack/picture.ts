import type { WebClient } from "@slack/web-api";

/** With the three calls beside it, it ends while the post is still its worker's. */
const patience = 5_000;

/**
 * Brings a PNG to Slack and gives its id: a file of the app's own, which no channel shows before a message does. A repeated
 * upload leaves a file that nobody sees. Throws what the client throws; `files:write` is what it takes.
 */
export async function upload(client: WebClient, png: Uint8Array): Promise<string> {
  const filename = "cost.png";
  const { upload_url, file_id } = await client.files.getUploadURLExternal({ filename, length: png.byteLength });
  if (upload_url === undefined || file_id === undefined) throw new UploadError("no address for the picture");
  const sent = await fetch(upload_url, {
    method: "POST",
    body: new Uint8Array(png),
    signal: AbortSignal.timeout(patience),
  });
  await sent.body?.cancel();
  if (!sent.ok) throw new UploadError(`HTTP ${sent.status}`);
  await client.files.completeUploadExternal({ files: [{ id: file_id, title: filename }] });
  return file_id;
}

/** The picture did not come to Slack. Nothing stands anywhere because of it. */
export class UploadError extends Error {}
