import type { SeedArticle } from "./article.ts";

export const privacy: SeedArticle[] = [
  {
    slug: "your-data",
    auto: false,
    en: {
      title: "See, correct or delete the data we keep about you",
      body: `You can see and correct your profile under My account. For a copy of all data, or to have it deleted, write to us from the e-mail address of your account.

A person checks that it is you and answers within ten days. Order records are kept for five years because the law asks for it.`,
    },
    ko: {
      title: "개인정보 열람·정정·삭제 요청",
      body: `내 계정에서 프로필을 보고 고치실 수 있어요. 보관 중인 개인정보의 사본이나 삭제를 원하시면 가입하신 이메일 주소로 문의해 주세요.

담당자가 본인 확인 후 10일 안에 답변해 드려요. 주문 기록은 법에 따라 5년 동안 보관돼요.`,
    },
  },
  {
    slug: "suspicious-mail",
    auto: false,
    en: {
      title: "I received a suspicious message in your name",
      body: `We never ask for passwords, card numbers or codes by mail, text or telephone. Real mails from us come from sanmaru.example and greet you by name.

Do not press any link in it. Send the message to us as an attachment, and change your password if you entered it somewhere.`,
    },
    ko: {
      title: "산마루를 사칭한 의심스러운 메시지를 받았을 때",
      body: `저희는 메일이나 문자, 전화로 비밀번호와 카드 번호, 인증 번호를 묻지 않아요. 산마루의 메일은 sanmaru.example에서만 보내고 고객님의 이름으로 시작해요.

링크를 누르지 마시고 그 메시지를 첨부해서 보내 주세요. 비밀번호를 입력하셨다면 바로 바꿔 주세요.`,
    },
  },
];
