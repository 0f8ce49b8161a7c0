/** A model answers a few kilobytes. More is a mistake or an attack. */
const longestAnswer = 1_000_000;

/** `fetch` that follows no redirect and reads at most a megabyte of the answer. */
export const cappedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, { ...init, redirect: "error" });
  if (Number(response.headers.get("content-length") ?? 0) > longestAnswer) {
    await response.body?.cancel();
    throw new Error("The model's answer is too long.");
  }
  if (!response.body) return response;
  let seen = 0;
  const capped = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        seen += chunk.byteLength;
        if (seen > longestAnswer) controller.error(new Error("The model's answer is too long."));
        else controller.enqueue(chunk);
      },
    }),
  );
  return new Response(capped, {
    status: response.status,
    statusText: response.statusText,
    headers: response.headers,
  });
};
