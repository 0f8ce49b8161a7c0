/** About a thing that was ordered. */
const order =
  /\b(?:orders?|ordered|parcels?|packages?|deliver(?:y|ies|ed)|shipments?|shipped|purchase)\b|주문|배송|택배|운송장|출고|상품|물건/iu;
/** Asks where it is or when it comes. */
const where =
  /\b(?:where|when|status|track(?:ing)?|eta|on (?:its|the) way|arriv(?:e|ed|es|ing|al)|has (?:it|my|the)\b.{0,30}(?:shipped|left|sent)|(?:did|will) .{0,30}(?:ship|arrive|come|get here))\b|어디|언제|며칠|도착|조회|위치|상태|현황|출고|진행|오나요|왔나요|올까요|오는지|받을 ?수/iu;
/** Wants something done, or says that what we know is wrong: no status answers that. */
const wantsMore =
  /\b(?:cancel|return|refund|exchange|replace|change|wrong|broken|damaged|cracked|missing|lost|stuck|stolen|hasn't moved|not moved|nothing (?:here|at)|never (?:came|arrived)|not received|haven't received|didn't (?:get|receive|arrive)|marked as delivered|says? (?:it was |my parcel was )?delivered|complain|compensat\p{L}*|address|greyed|pay|paid twice|charged|invoice|how (?:much|long)|cost|international|other countr\p{L}+)\b|취소|반품|환불|교환|변경|바꾸|잘못|파손|깨[진졌]|불량|분실|누락|빠[진졌]|멈춰|멈췄|안 ?왔|못 ?받|안 ?움직|오배송|보상|주소|배송지|결제|영수증|세금|얼마|배송비|해외|제주|가능(?:한|할)|꼭|급|빨리|당장|어떻게/iu;

/** A plain question where an order is or when it comes, and nothing else. */
export function asksWhere(text: string): boolean {
  return order.test(text) && where.test(text) && !wantsMore.test(text);
}
