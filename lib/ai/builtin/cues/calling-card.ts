const closing =
  /^(?:(?:with )?(?:best|kind|warm|many)?(?: and)? ?(?:regards|wishes|thanks)|(?:yours )?(?:sincerely|truly|faithfully)(?: yours)?|cheers|thank you|감사합니다|감사드립니다|고맙습니다|수고하세요|.{2,14} ?(?:드림|올림|배상))[.,!]*$/iu;
const onCard =
  /\+?\d[\d ().-]{6,}\d|@|\bwww\.|https?:|\||㈜|주식회사|\b(?:inc|ltd|llc|gmbh|corp|plc)\b|\b(?:ceo|cto|cfo|coo|manager|director|counsel|attorneys?|lawyers?|solicitors?|engineer|department|founder|president|head of)\b|(?:팀|부|과|실|센터|법인|사무소|그룹)(?=$|[ ·,|/])|팀장|과장|부장|대리|차장|대표|이사|실장|변호사|법무/iu;
const disclaims =
  /^(?:this (?:e-?mail|message)|the (?:information|contents?)|if you (?:are not|have received)|confidential|(?:본|이) ?(?:전자우편|이?메일|메시지)).{0,200}(?:confidential|intended|recipient|privileged|기밀|비밀|수신인|수신자)/iu;
const speaks = /[?？!]|\b(?:i|we|you|please|want|need)\b|(?:주세요|부탁|습니다|나요|까요|어요|아요|해요)/iu;

const longestLine = 120;
const longestCard = 12;

/**
 * A message without what a signature says of its writer behind the closing words: an office, a title and "urgent calls
 * to" are nobody's complaint. Sentences below it stay, as people write below it.
 */
export function withoutCallingCard(lines: readonly string[]): string[] {
  const from = lines.findLastIndex((line) => closing.test(line.trim()));
  const before = lines.slice(0, from + 1);
  const after = lines.slice(from + 1);
  if (from < 1 || after.length > longestCard) return [...lines];
  return [...before, ...after.filter((line) => !disclaims.test(line) && !isOfCard(line))];
}

const isOfCard = (line: string): boolean =>
  line.length <= longestLine && onCard.test(line) && !speaks.test(line);
