/** To compare by: without case or accents; a Korean syllable that is still being composed is a part of what it becomes. */
export const folded = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLocaleLowerCase();
