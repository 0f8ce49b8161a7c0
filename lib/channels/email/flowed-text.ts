/**
 * format=flowed (RFC 3676): a line that ends in a space goes on in the next one of the same quote depth.
 * `-- ` is a signature mark, never flowed. Quote marks of joined lines are written once.
 */
export function unflow(text: string, deleteSpace: boolean): string {
  const out: string[] = [];
  let open = false;
  let openDepth = 0;
  for (const line of text.split("\n")) {
    const depth = /^>*/.exec(line)![0].length;
    const content = line.slice(depth).replace(/^ /, "");
    const signature = content === "-- ";
    const flows = content.endsWith(" ") && !signature;
    const piece = flows && deleteSpace ? content.slice(0, -1) : content;
    if (open && depth === openDepth && !signature) out[out.length - 1] += piece;
    else out.push(depth > 0 ? `${">".repeat(depth)} ${piece}` : piece);
    open = flows;
    openDepth = depth;
  }
  return out.join("\n");
}
