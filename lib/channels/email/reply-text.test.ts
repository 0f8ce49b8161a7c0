import { expect, test } from "vitest";
import { replyText } from "./reply-text.ts";

const reply = (text: string) => replyText(text, { isForward: false });
const marked = "\n\n> 안녕하세요, 헬프데스크입니다.\n> 감사합니다.";
const bare = "\n\n안녕하세요, 헬프데스크입니다.\n감사합니다.";

test.each([
  "2024년 3월 5일 (화) PM 3:21, 헬프데스크 <support@desk.example>님이 작성:",
  "2024년 3월 5일 (화) 오후 3:21, 헬프데스크 <\nsupport@desk.example>님이 작성:",
  "2024년 3월 5일 (화) 오후 3:21, 김하나/상담팀(서울)/우리회사\n<support@desk.example>님이 작성:",
  "2024년 3월 5일 오후 3:21, 헬프데스크님의 말:",
  "2013. 2. 1. 오후 8:52 헬프데스크 <support@desk.example> 작성:",
  "25. 9. 9. 19:29에 헬프데스크 이(가) 쓴 글:",
  "2022-10-10 오전 4:58에 헬프데스크 이(가) 쓴 글:",
  "On 2024년 3월 5일, at 오후 3:21, 헬프데스크 <support@desk.example> wrote:",
  "On Tue, Mar 5, 2024 at 3:21 PM Support <support@desk.example> wrote:",
  "Le mar. 5 mars 2024 à 15:21, Support <support@desk.example> a écrit :",
  "Am Di., 5. März 2024 um 15:21 Uhr schrieb Support <support@desk.example>:",
  "El mar, 5 mar 2024 a las 15:21, Support (<support@desk.example>) escribió:",
  "tir. 5. mar. 2024 kl. 15:21 skrev Support <support@desk.example\n>:",
  "2024年3月5日(火) 15:21 サポート <support@desk.example>:",
  "вт, 5 мар. 2024 г. в 15:21, Support <support@desk.example>:",
])("a quote below %j is cut", (attribution) => {
  expect(reply(`네, 확인했습니다.\n\n${attribution}${marked}`).reply).toBe("네, 확인했습니다.");
});

test.each([
  "보낸 사람: 헬프데스크 <support@desk.example>\n보낸 날짜: 2017년 8월 7일 월요일 오후 4:42:05\n받는 사람: 홍길동\n제목: Re: 배송",
  "*보낸 사람:* 헬프데스크 <support@desk.example>\n*보낸 날짜:* 2024년 3월 5일\n*받는 사람:* 홍길동\n*제목:* Re: 배송",
  "________________________________\n발신: 헬프데스크 <support@desk.example>\n보낸 시간: 2017년 8월 7일\n수신: 홍길동\n제목: Re: 배송",
  "-----원본 메시지-----\n보낸 사람: 헬프데스크\n보낸 날짜: 2017년 8월 7일\n받는 사람: 홍길동\n제목: Re: 배송",
  '[원본 메시지]\n보낸사람 : "헬프데스크" <support@desk.example>\n받는사람 : hong@naver.example\n제목 : Re: 배송',
  "From: Support <support@desk.example>\nSent: Tuesday, March 5, 2024 3:21 PM\nTo: Hong\nSubject: Re: delivery",
  "Von: Support <support@desk.example>\nGesendet: Dienstag, 5. März 2024 15:21\nAn: Hong\nBetreff: AW: Lieferung",
])("the mail below the header block %j is cut", (block) => {
  expect(reply(`네, 확인했습니다.\n\n${block}${bare}`).reply).toBe("네, 확인했습니다.");
});

test.each([
  "나의 iPhone에서 보냄",
  "내 Galaxy 스마트폰에서 보냄",
  "iOS용 Outlook에서 보냄",
  "Sent from my Galaxy",
  "-- \n홍길동 드림\n02-000-0000",
])("the signature %j is cut", (signature) => {
  expect(reply(`네, 확인했습니다.\n\n${signature}`).reply).toBe("네, 확인했습니다.");
});

test.each([
  "견적서를 아래 주소로 보내주세요:\nkim@shop.example\n감사합니다.",
  "어제 택배로 보냄",
  "2024년 3월 5일 오후 3시에 방문 예정입니다:\n- 홍길동\n- 김철수",
  "주문자 정보입니다.\n\n보낸 사람: 홍길동\n받는 사람: 김철수\n제목: 선물\n\n이렇게 바꿔 주세요.",
  "Please change:\n\nFrom: Seoul\nTo: Busan\nDate: 2024-03-05\n\nthanks",
  "On Monday he wrote:\nI will come tomorrow.\nBut he never came.",
  "제가 2024. 3. 5. 오후 3:21에 쓴 글:\n이 글이 삭제되었습니다. 복구해 주세요.",
  "명령을 실행하면\n> error: not found\n이렇게 나옵니다.",
  "아래와 같이 나옵니다.\n-----Original Message-----\n이 문구를 없애는 법?",
  "안녕하세요\n--\n상품 A\n--\n상품 B",
  "Sent by DHL on Monday",
  "The package was\nSent from Berlin",
  "1. 주문번호: 2024-0305\n2. 작성일: 2024년 3월 5일 15:21\n3. 작성자 hong@shop.example 작성:",
  "회의 내용\n________________________________\n결정: 환불 진행\n담당: 김철수",
  "At 10:30 on 5 March 2024 I called support@desk.example and they wrote:\nNothing happened since.",
])("nothing of %j is hidden", (text) => {
  expect(reply(text)).toEqual({ reply: text, trimmed: "" });
});

test.each([
  ["by hand", "Hi,\n\n2011. 1. 23., 오후 8:08, Kim 작성:\n\n[snip]\n\n> one?\n\nMy answer to that."],
  [
    "a patch",
    "Please apply.\n\nFrom: Kim <kim@b.example>\nDate: Thu, 26 Nov 2015 16:28:47 +0900\nSubject: [PATCH] fix\n\nThis fixes it.",
  ],
  [
    "below an old program's header",
    "-----Original Message-----\nFrom: A <a@b.example>\nSent: Monday, 4 March 2024\nTo: B\nSubject: x\n\n> one?\nyes\n> two?\nno",
  ],
])("words between quotes written %s stay", (_, text) => {
  expect(reply(text)).toEqual({ reply: text, trimmed: "" });
});

test("answers between quotes stay with their questions", () => {
  const text = "On Tue, Mar 5, 2024 at 3:21 PM Support <s@desk.example> wrote:\n\n> one?\nyes\n\n> two?\nno";
  expect(reply(text)).toEqual({ reply: text, trimmed: "" });
});

test("a mail that is only a quote is shown whole", () => {
  const text = "On Tue, Mar 5, 2024 at 3:21 PM Support <s@desk.example> wrote:\n> Please restart it.";
  expect(reply(text).reply).toBe(text);
});

test("what was cut is kept", () => {
  expect(reply(`yes\n\nOn Tue, Mar 5, 2024 at 3:21 PM X <x@y.example> wrote:\n> q\n\n`).trimmed).toContain(
    "> q",
  );
});
