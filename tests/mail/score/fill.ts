/** Puts a desk's own values where the corpus has `{{name}}`, `{{name|upper}}` or `{{name|tamper}}`, also inside encoded words. */
export function fill(text: string, values: Record<string, string>): string {
  const put = (part: string) =>
    part.replace(/\{\{([\w.]+)(?:\|(\w+))?\}\}/g, (_, name: string, how?: string) => {
      const value = values[name] ?? "";
      if (how === "upper") return value.toUpperCase();
      return how === "tamper" ? value.replace(/.@/, (end) => (end === "a@" ? "b@" : "a@")) : value;
    });
  const words = text.replace(/=\?utf-8\?b\?([^?]*)\?=/gi, (word, encoded: string) => {
    const decoded = Buffer.from(encoded, "base64").toString("utf8");
    return decoded.includes("{{") ? `=?utf-8?b?${Buffer.from(put(decoded)).toString("base64")}?=` : word;
  });
  return put(words);
}
