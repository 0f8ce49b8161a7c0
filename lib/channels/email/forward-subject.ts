const forwards =
  "fwd?|fw|redir\\.?|wg|weitergeleitet|tr|transf|rv|reenv|enc|i|inoltra|r: i|doorst|fs|vs|vb|vl|videresendt|vidarebefordrat|pd|podaj dalej|přep|přeposláno|preposlané|tov|továbbítás|továbbítva|" +
  "πρθ|σχετ|ilt|i̇lt|ynt: ilt|fyi|пересл|пересилання|перенаправлено|edasi|edastus|pers|nosūt|proslijeđeno|prosleđeno|posredovano|transmis|chuyển tiếp|teruskan|" +
  "전달|전달됨|转发|轉寄|转寄|轉發|転送";
const replies = "re|aw|sv|antw|rif|odp|ответ|на|res|ynt|vá|atb|απ|回复|回覆|返信|회신|답장|답변";

const forward = new RegExp(`^\\s*\\[?(?:${forwards})(?:\\[\\d+\\])?\\]?\\s*[:：]`, "iu");
const prefix = new RegExp(`^\\s*\\[?(?:${forwards}|${replies})(?:\\[\\d+\\])?\\]?\\s*[:：]\\s*`, "iu");

/** `Fwd:`, `WG:`, `전달:`, `轉寄:` … as the first word. `Re: Fwd:` is an answer. */
export function isForwardSubject(subject: string): boolean {
  return forward.test(subject);
}

/** The subject without any `Re:` and `Fwd:` of the languages of mail. */
export function withoutPrefixes(subject: string): string {
  let rest = subject;
  for (let i = 0; i < 20 && prefix.test(rest); i++) rest = rest.replace(prefix, "");
  return rest.trim();
}
