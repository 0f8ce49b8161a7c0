/** Working with software and the web: documents, mail, search, sharing. */
export const web = `
hide: hide, hidden, invisible, conceal, private, unlisted, not visible, appear offline | 숨기, 숨김, 비공개, 안 보이
group: group, merge, combine, join, thread, threads, conversation, conversations, bundle, together | 묶, 합치, 병합, 그룹, 모아, 스레드
separate: separate, split, ungroup, unmerge, divide, apart, singling out, single out | 분리, 나누, 떼어, 구분
only: only, sole, solely, just, exclusively, alone, single | 만, 오직, 유일, 단독
everyone: all, every, everyone, everybody, each, entire, whole, bulk, at once, mass | 모두, 모든, 전체, 일괄, 한꺼번에, 전부
first: first, oldest, earliest, beginning, original | 처음, 최초, 첫, 가장 오래된
last_one: last, latest, newest, most recent, final | 마지막, 최신, 최근
owner: owner, ownership, own, belong, creator, author | 소유, 소유자, 주인, 작성자
folder: folder, directory, parent folder, subfolder, path, recursively | 폴더, 디렉터리, 경로
document: document, doc, docs, file, page, text, word | 문서, 파일, 글
table: spreadsheet, sheet, sheets, table, cell, column, row, excel | 스프레드시트, 시트, 표, 셀, 열, 행, 엑셀
recipient: recipient, recipients, addressee, to me, sent to, cc, bcc | 수신자, 참조, 숨은참조, 받는
sender: sender, from me, who sent, sent me, correspondent | 발신자, 보낸
archive: archive, back up, backup, store, save locally, export, download all, local copy, offline copy | 보관, 백업, 내려받, 아카이브
encrypt: encrypt, encryption, encrypted, secure, key, locked, cipher, private key | 암호화, 보안, 잠긴
subtitle: subtitle, subtitles, caption, captions, transcription, transcript, transcriptions | 자막, 캡션, 받아쓰기
automatic: automatic, automatically, auto, automated, by itself, autoplay, starting immediately, scheduled | 자동, 저절로, 예약
exact: exact, exactly, precise, word for word, verbatim, literal, as is | 정확, 그대로, 정확히
filter: filter, filters, rule, rules, sort, sorting, label, labels, tag, category | 필터, 규칙, 정렬, 라벨, 분류, 태그
result: result, results, hits, matches, findings | 결과, 성과
period: period, date, particular date, time period, range, between, with respect to time | 기간, 날짜, 범위
specific: specific, particular, certain, given, exact position, position | 특정, 지정, 어떤
picture_album: photo, photos, picture, pictures, album, image, images, gallery | 사진, 앨범, 이미지, 그림
visit_without: not a member, without account, non member, don't want to register, not registered, guest | 비회원, 가입 없이, 손님
format: format, formatting, font, style, bold, italic, strikethrough, markdown, layout, indent | 서식, 글꼴, 폰트, 굵게, 스타일
code: code, source code, snippet, program code, script, syntax | 코드, 소스, 스크립트
paste: copy, paste, clipboard, cut, duplicate | 복사, 붙여넣, 복제
attachment: attach, attachment, attachments, enclosed | 첨부, 첨부파일
embed: embed, embedded, insert, widget, iframe | 삽입, 임베드, 넣기
publish: publish, public, post, share publicly, make public | 게시, 공개, 발행
comment: comment, comments, reply, replies, respond, response, answer | 댓글, 답글, 답장, 회신, 답변
follow: follow, follower, followers, subscribe, subscriber, unfollow, fan | 팔로우, 구독자, 팔로워
like_button: like, upvote, vote, reaction, favorite | 좋아요, 추천, 투표
timeline: timeline, feed, wall, newsfeed, stream | 타임라인, 피드, 담벼락
spam: spam, junk, unwanted mail, blocklist, blacklist | 스팸, 광고, 정크
draft_word: draft, unsent, compose | 초안, 임시저장, 작성중
signature: signature, footer, sign off | 서명, 꼬리말
language_setting: language, locale, interface language | 언어, 표시 언어
shortcut: shortcut, keyboard, hotkey, key combination, keys | 단축키, 키보드
tab_window: tab, window, popup, pop up, new window | 탭, 창, 팝업
more_count: more than, increase number, number per page, bigger, larger, not enough, too small, expand | 더 많이, 늘려, 크게, 부족
undo_word: undo, revert, rollback, restore, recover, earlier version, undelete | 되돌, 복원, 실행취소, 이전 버전
login_other: switch account, multiple accounts, another account, second account, sign out, log out, logout | 로그아웃, 다른 계정, 여러 계정
computer_other: different computer, another computer, other device, another device, remotely | 다른 기기, 다른 컴퓨터, 원격
identical: same, identical, replicate, equal, duplicate, alike | 같은, 동일, 똑같
`;
