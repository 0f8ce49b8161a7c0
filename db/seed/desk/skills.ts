import type { BothLanguages } from "../../schema/columns.ts";

export const languageSkills: { key: string; name: BothLanguages }[] = [
  { key: "lang:en", name: { en: "English", ko: "영어" } },
  { key: "lang:ko", name: { en: "Korean", ko: "한국어" } },
];

export const shopSkills: { key: string; name: BothLanguages }[] = [
  ...languageSkills,
  { key: "topic:delivery", name: { en: "Delivery", ko: "배송" } },
  { key: "topic:refund", name: { en: "Refunds & returns", ko: "환불·반품" } },
  { key: "topic:billing", name: { en: "Payments", ko: "결제" } },
  { key: "topic:gear", name: { en: "Gear & repairs", ko: "장비·수리" } },
  { key: "topic:technical", name: { en: "Accounts & app", ko: "계정·앱" } },
  { key: "level:senior", name: { en: "Difficult cases", ko: "어려운 상담" } },
];
