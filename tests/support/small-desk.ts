import type { Knowledge } from "#lib/ai/knowledge.ts";
import { type UntrustedThread, untrusted } from "#lib/domain/triage/thread.ts";

/** A desk small enough to see at a glance: three categories, four articles. */
export const smallDesk: Knowledge = {
  version: "small-1",
  categories: [
    { id: "c-login", key: "sign_in", name: { en: "Sign-in & password", ko: "로그인·비밀번호" } },
    { id: "c-delivery", key: "delivery", name: { en: "Delivery", ko: "배송" } },
    { id: "c-refund", key: "refund", name: { en: "Refunds", ko: "환불" } },
  ],
  articles: [
    article(
      "a-login-en",
      "en",
      "c-login",
      "Choose a new password",
      "Open the sign-in page and press “Forgot password”. The link in our e-mail works for 45 minutes.",
    ),
    article(
      "a-login-ko",
      "ko",
      "c-login",
      "새 비밀번호 정하기",
      "로그인 화면에서 ‘비밀번호 찾기’를 눌러 주세요. 메일로 받은 링크는 45분 동안 사용할 수 있어요.",
    ),
    article(
      "a-track-en",
      "en",
      "c-delivery",
      "Where is my parcel?",
      "Your order page shows where the parcel is. Parcels reach you within three working days.",
    ),
    article(
      "a-track-ko",
      "ko",
      "c-delivery",
      "택배가 어디쯤 왔나요?",
      "주문 화면에서 택배 위치를 볼 수 있어요. 택배는 영업일 3일 안에 도착해요.",
    ),
  ],
  examples: [],
};

function article(id: string, lang: string, categoryId: string, title: string, body: string) {
  return { id, lang, categoryId, title, body, mayAutoAnswer: true, version: 1, url: null };
}

export function threadOf(text: string, over: Partial<UntrustedThread> = {}): UntrustedThread {
  return {
    ticketId: "t-1",
    version: 1,
    subject: untrusted(""),
    channel: "email",
    messages: [{ id: "m-1", from: "customer", text: untrusted(text), at: new Date("2026-11-02T09:00:00Z") }],
    ...over,
  };
}
