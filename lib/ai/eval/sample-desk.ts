import type { Knowledge, KnownArticle } from "../knowledge.ts";

/** A made-up shop, for trying texts on when no desk is at hand. */
export const sampleDesk: Knowledge = {
  version: "sample-1",
  categories: [
    { id: "sign_in", key: "sign_in", name: { en: "Sign-in", ko: "로그인" } },
    { id: "delivery", key: "delivery", name: { en: "Delivery", ko: "배송" } },
    { id: "returns", key: "returns", name: { en: "Returns & refunds", ko: "반품·환불" } },
    { id: "payments", key: "payments", name: { en: "Payments", ko: "결제" } },
    { id: "app", key: "app", name: { en: "App problems", ko: "앱 오류" } },
    { id: "security", key: "security", name: { en: "Security", ko: "보안" } },
  ],
  articles: [
    ...pair(
      "sign_in",
      [
        "Set a new password",
        "Press “Forgot password” on the sign-in page. The link we mail you works for one hour.",
      ],
      [
        "새 비밀번호 설정",
        "로그인 화면에서 ‘비밀번호 찾기’를 눌러 주세요. 메일로 보내 드린 링크는 한 시간 동안 쓸 수 있어요.",
      ],
    ),
    ...pair(
      "delivery",
      [
        "Follow your parcel",
        "The order page shows where your parcel is. Most parcels arrive within three working days.",
      ],
      ["택배 위치 확인", "주문 화면에서 택배 위치를 확인할 수 있어요. 대부분 영업일 3일 안에 도착해요."],
    ),
    ...pair(
      "returns",
      [
        "Return an item",
        "Open the order, choose “Return” and print the label. You have 30 days from delivery.",
      ],
      [
        "반품하는 방법",
        "주문 화면에서 ‘반품’을 누르고 라벨을 인쇄해 주세요. 받은 날부터 30일 안에 신청할 수 있어요.",
      ],
    ),
    ...pair(
      "app",
      ["The app closes by itself", "Update the app, then restart the phone. Your data is kept on our side."],
      [
        "앱이 저절로 꺼질 때",
        "앱을 업데이트한 뒤 휴대폰을 다시 켜 주세요. 데이터는 저희 서버에 남아 있어요.",
      ],
    ),
  ],
  examples: [],
};

/** Honest tickets of that shop, which the assistant may answer by itself. */
export const honestTickets: Readonly<Record<string, readonly string[]>> = {
  en: [
    "Hello, where is my parcel? I ordered it on Monday.",
    "I forgot my password and cannot sign in.",
    "How can I return an item?",
  ],
  ko: [
    "안녕하세요, 택배가 지금 어디쯤 왔나요?",
    "비밀번호를 잊어버려서 로그인을 못 하고 있어요.",
    "반품은 어떻게 하나요?",
  ],
};

function pair(categoryId: string, english: [string, string], korean: [string, string]): KnownArticle[] {
  const both: [string, [string, string]][] = [
    ["en", english],
    ["ko", korean],
  ];
  return both.map(([lang, [title, body]]) => ({
    id: `${categoryId}-${lang}`,
    title,
    body,
    lang,
    categoryId,
    mayAutoAnswer: true,
    version: 1,
  }));
}
