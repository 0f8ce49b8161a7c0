import { searchCondition } from "#lib/domain/search/search-condition.ts";
import { searchTerms } from "#lib/domain/search/search-terms.ts";

/** A stream of numbers in [0, 1) that is the same in every run. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Word = { text: string; terms: string[] };

const english =
  "parcel order delivery refund return exchange invoice payment account password login email address size colour boots jacket tent shipping courier tracking number late missing broken damaged wrong item gift card discount code subscription cancel renew upgrade trial receipt warranty repair store stock coupon points member charge twice bank transfer customs tax phone call answer please thanks hello morning friday monday week today tomorrow yesterday still never always cannot received opened package label box door neighbour pickup office".split(
    " ",
  );
const korean =
  "배송 주문 환불 교환 반품 결제 계좌 비밀번호 로그인 주소 사이즈 색상 부츠 자켓 텐트 택배 송장 번호 지연 누락 파손 불량 오배송 선물 쿠폰 할인 코드 구독 해지 갱신 영수증 보증 수리 매장 재고 적립금 회원 카드 이중결제 입금 관세 전화 상담 확인 부탁 감사 안녕하세요 오늘 내일 어제 아직 상자 문앞 경비실 수령 반송 취소 변경 문의 상품 고객센터 이메일 휴대폰 인증 오류 화면 접속 환불요청 배송조회 주문내역".split(
    " ",
  );
const onsets = "b c d f g h j k l m n p r s t v w st tr pl gr br ch sh".split(" ");
const nuclei = "a e i o u ai ea io ou".split(" ");
const codas = ["", "", "n", "r", "s", "l", "m", "t", "nd", "rk"];
const syllables = [
  ..."가강고관구기나남노다단대도동라란로리마만명모무미바반방보부비사산상서선성소수시신아안양여연영오용우원유윤은이인일자장재전정조주준지진차천철청초치카코타태토파포표하한해현호홍화황희",
];
const particles = ["", "", "", "을", "이", "는", "도", "에", "으로"];

/** Real words first, then made-up ones that look like words: `size` of them, the first the most used. */
export function vocabulary(language: "en" | "ko", size: number): Word[] {
  const random = randomOf(language === "en" ? 11 : 23);
  const of = <Value>(all: readonly Value[]): Value => all[Math.floor(random() * all.length)]!;
  const words = new Set(language === "en" ? english : korean);
  while (words.size < size) {
    const parts = 2 + Math.floor(random() * 2);
    words.add(
      language === "en"
        ? Array.from({ length: parts }, () => of(onsets) + of(nuclei) + of(codas)).join("")
        : Array.from({ length: parts }, () => of(syllables)).join(""),
    );
  }
  return [...words].map((text) => ({ text, terms: searchTerms(text) }));
}

/** A Korean word as it stands in a sentence. */
export function withParticle(word: Word, random: () => number): Word {
  const particle = particles[Math.floor(random() * particles.length)]!;
  if (particle === "") return word;
  const text = word.text + particle;
  return { text, terms: searchTerms(text) };
}

/** Picks ranks as words are used: the second half as often as the first (Zipf's law). */
export function zipf(size: number): (random: number) => number {
  const cumulative = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank++) {
    sum += 1 / (rank + 3);
    cumulative[rank] = sum;
  }
  return (random) => {
    const wanted = random * sum;
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** A word that nobody has written, one mistake away from one that many have. */
export function misspelt(word: string): string {
  const letters = [...word];
  const at = Math.floor(letters.length / 2);
  [letters[at - 1], letters[at]] = [letters[at]!, letters[at - 1]!];
  const wrong = letters.join("");
  return searchCondition([wrong]) === searchCondition([word])
    ? `${word.slice(0, 2)}q${word.slice(3)}`
    : wrong;
}
