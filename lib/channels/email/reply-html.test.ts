import { expect, test } from "vitest";
import { replyHtml } from "./reply-html.ts";

const attribution =
  "2024년 3월 5일 (화) 오후 3:21, 헬프데스크 &lt;<a href='mailto:s@desk.example'>s@desk.example</a>&gt;님이 작성:";
const fields = (b: string) =>
  `<b>보낸 사람:</b> 헬프데스크 &lt;s@desk.example&gt;${b}<b>보낸 날짜:</b> 2024년 3월 5일 화요일 오후 3:21${b}<b>받는 사람:</b> 홍길동${b}<b>제목:</b> Re: 배송${b}`;

test.each([
  [
    "Gmail",
    `<div dir="ltr">네.</div><br><div class="gmail_quote"><div class="gmail_attr">${attribution}<br></div><blockquote class="gmail_quote">old</blockquote></div>`,
  ],
  [
    "Gmail's list style",
    `<div>네.</div><div class="gmail_extra"><br><div class="gmail_quote">${attribution}<br><blockquote class="gmail_quote">old</blockquote></div></div>`,
  ],
  [
    "Apple Mail",
    `<body>네.<br><div><br><blockquote type="cite"><div>2024. 3. 5. 오후 3:21, 헬프데스크 &lt;s@desk.example&gt; 작성:</div><br><div>old</div></blockquote></div></body>`,
  ],
  [
    "iPhone",
    `<body>네.<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">나의 iPhone에서 보냄</div><div dir="ltr"><br><blockquote type="cite">2024. 3. 5. 오후 3:21, 헬프데스크 &lt;s@desk.example&gt; 작성:<br><br></blockquote></div><blockquote type="cite"><div>old</div></blockquote></body>`,
  ],
  [
    "Thunderbird",
    `<p>네.</p><div class="moz-cite-prefix">2024. 3. 5. 오후 3:21에 헬프데스크 이(가) 쓴 글:<br></div><blockquote type="cite" cite="mid:x">old</blockquote>`,
  ],
  [
    "Outlook",
    `<div class="WordSection1"><p class="MsoNormal">네.</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">${fields("<br>")}</p></div></div><p class="MsoNormal">old</p></div>`,
  ],
  [
    "Outlook on the web",
    `<div>네.</div><div id="appendonsend"></div><hr tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font>${fields("<br>")}</font></div><div>old</div>`,
  ],
  [
    "Outlook's phone app",
    `<div>네.</div><div id="ms-outlook-mobile-signature">iOS용 Outlook 다운로드</div><div id="mail-editor-reference-message-container"><div>${fields("<br>")}</div><div>old</div></div>`,
  ],
  ["Naver", `<div>네.</div><p>-----Original Message-----<br>${fields("<br>")}</p><div>old</div>`],
  ["Daum", `<p>네.</p><div>--------- 원본 메일 ---------</div><div>${fields("<br>")}</div><div>old</div>`],
  ["a header block in paragraphs", `<p>네.</p><div><p>${fields("</p><p>")}</p><p>old</p></div>`],
  [
    "Samsung",
    `<div>네.</div><div id="composer_signature">갤럭시에서 보냄</div><div><br></div><div>-------- 원본 이메일 --------</div><div>${fields("</div><div>")}</div><div>old</div>`,
  ],
  [
    "Yahoo",
    `<div>네.</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>On Tuesday, March 5, 2024, Support &lt;s@desk.example&gt; wrote:</div><div>old</div></div>`,
  ],
  [
    "Proton",
    `<div>네.</div><div class="protonmail_quote">On Tuesday, March 5th, 2024 at 3:21 PM, Support &lt;s@desk.example&gt; wrote:<br><blockquote class="protonmail_quote">old</blockquote></div>`,
  ],
  [
    "Yandex",
    `<div>네.</div><div>05.03.2024, 15:21, "Support" &lt;s@desk.example&gt;:</div><blockquote>old</blockquote>`,
  ],
])("the quote of %s is cut", (_, html) => {
  const reply = replyHtml(html);
  expect(reply?.text).toContain("네.");
  expect(reply?.text).not.toMatch(/old|작성|보낸 사람|쓴 글|wrote|원본|Original/);
  expect(reply?.html).not.toContain("old");
});

test.each([
  ["a block quote of one's own", "<p>The error says</p><blockquote>disk full</blockquote><p>What now?</p>"],
  ["a form", "<p>주문 정보</p><p>보낸 사람: 홍길동</p><p>받는 사람: 김철수</p><p>감사합니다</p>"],
  [
    "a forwarded mail",
    `<div>확인 부탁</div><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: A &lt;a@b.example&gt;</div>text</div>`,
  ],
  [
    "only a quote",
    `<div class="gmail_quote"><div class="gmail_attr">${attribution}</div><blockquote class="gmail_quote">old</blockquote></div>`,
  ],
  [
    "answers inside the quote",
    `<div class="gmail_quote"><div class="gmail_attr">${attribution}</div><blockquote class="gmail_quote">one?</blockquote><div>yes</div><blockquote class="gmail_quote">two?</blockquote><div>no</div></div>`,
  ],
])("%s stays", (_, html) => {
  expect(replyHtml(html)).toBeNull();
});
