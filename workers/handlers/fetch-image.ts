import { fetchImage } from "#lib/channels/web/fetch-image.ts";
import { within } from "#lib/services/context.ts";
import { recordRemoteImage, remoteImageToFetch } from "#lib/services/images/remote-images.ts";
import type { Handler } from "../handler.ts";

/** Brings a picture that a reader asked to see. */
export const fetchRemoteImage: Handler<"image.fetch"> = async ({ imageId }, { ctx, run, log }) => {
  const row = await remoteImageToFetch(ctx, imageId);
  if (!row) return;
  const image = await fetchImage(row.url, { signal: run.signal });
  log.info({ imageId, outcome: image.kind === "fetched" ? image.type : image.reason }, "remote image");
  await recordRemoteImage(within(ctx, { now: new Date() }), imageId, image);
};
