/** What a customer may say when all is well; whatever else they say is for somebody to read. */
const english = {
  tells:
    "(?:thank you|thanks|thx)(?: (?:so|very) much| a lot| a million| again)?|many thanks|much appreciated|(?:i )?(?:really )?appreciate it|(?:it|that|this) (?:all )?(?:worked|helped|solved it|fixed it|did it)|(?:it|that|this|everything|all)(?:'s| is)? (?:works?|working|solved|fixed|sorted)(?: (?:now|again|fine|perfectly))?|(?:problem |now )?(?:solved|fixed|sorted)(?: now)?|works (?:now|again|fine|perfectly)",
  besides:
    "hi|hello|dear|hey|team|all|everyone|there|ok|okay|yes|yep|great|perfect|awesome|wonderful|excellent|got it|all good|cheers|and|so|now|again|for (?:your|the|all your)(?: (?:quick|kind|fast|great|prompt))? (?:help|reply|answer|response|support|info|information|explanation)|for (?:helping|everything|getting back(?: to me)?|explaining)|very helpful|you(?:'re| are) (?:the best|great)|have a (?:nice|great|good|lovely) (?:day|evening|weekend|week)|(?:best|kind|warm)(?: regards)?|regards|sincerely|bye|(?:you can|please|feel free to) close (?:this|the|my)(?: ticket| request)?|that(?:'s| is) all|no (?:further|more) questions",
} as const;
const korean = {
  tells:
    "(?:정말|너무|진짜|매우|대단히|진심으로|많이)*(?:감사(?:합니다|해요|드려요|드립니다|했습니다|드렸습니다|합니당|해용)|고맙습니다|고마워요|고맙네요|땡큐)|(?:잘|모두|다|완전히|이제)*해결(?:됐|되었|됬)(?:습니다|어요|네요)|잘(?:됐|되었|됬)(?:습니다|어요|네요)|잘(?:되네요|됩니다|돼요|되어요|받았습니다|받았어요)|(?:큰|많은)?도움(?:이)?(?:많이|정말)*(?:됐|되었)(?:습니다|어요|네요)",
  besides:
    "안녕하세요|네+|넵|넹|예|아|오|와|확인했(?:습니다|어요)|알겠(?:습니다|어요)|이해했(?:습니다|어요)|덕분에|이제|지금|빠르게|빠른|친절한|친절하게|신속한|자세한|상세한|답변|안내|설명|회신|도움|도와(?:주셔서|주신덕분에)|(?:답변|안내|설명|알려|회신)(?:해)?(?:주셔서|주신)|수고(?:하세요|하셨습니다|많으세요|많으셨습니다)|좋은(?:하루|주말|저녁|오후)(?:되세요|보내세요)|드림|올림",
} as const;

const happyFaces = /^(?:👍|🙏|❤️?|😊|😀|😃|😄|🙂|👌|💯|🎉|\s|[\u{1f3fb}-\u{1f3ff}])+$/u;
const longest = 200;

/**
 * Whether a message says thanks or "that worked" and nothing else, its sender's name aside. Words that are not known
 * to mean so make it a message like any other: a question must not go unread.
 */
export function onlyThanks(text: string, senderName = ""): boolean {
  const own = text
    .split(/^-- ?$/mu)[0]!
    .replace(/^\s*(?:sent from my .{0,40}|.{0,30}에서 보냄)$/gimu, "")
    .trim();
  if (own === "" || own.length > longest || /[?？]/u.test(own)) return false;
  if (happyFaces.test(own)) return true;
  const names = senderName.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  const words = plain(own);
  return /\p{Script=Hangul}/u.test(words)
    ? speaksOnly(words.replaceAll(" ", ""), korean, names, "")
    : speaksOnly(words, english, names, "(?![\\p{L}\\p{N}'])");
}

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[ㄱ-ㆎ]|[^\p{L}\p{N}']/gu, " ")
    .replace(/ +/gu, " ")
    .trim();

/** Takes phrase after phrase off the front, the longest each time. */
function speaksOnly(
  text: string,
  { tells, besides }: typeof english | typeof korean,
  names: readonly string[],
  end: string,
): boolean {
  const said = new RegExp(`(?:${tells})${end} ?`, "uy");
  const other = new RegExp(`(?:${[...names, besides].join("|")})${end} ?`, "uy");
  let at = 0;
  let told = false;
  while (at < text.length) {
    said.lastIndex = other.lastIndex = at;
    const [taken = "", beside = ""] = [said.exec(text)?.[0], other.exec(text)?.[0]];
    if (taken === "" && beside === "") return false;
    told ||= taken !== "";
    at += Math.max(taken.length, beside.length);
  }
  return told;
}
