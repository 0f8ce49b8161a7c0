/** What people do or want done. One concept a line: `name: English words and phrases | Korean stems`. */
export const actions = `
want: want, need, wish, would like, like to, looking to, hoping, desire, require | 원하, 싶어, 싶은, 싶습니다, 필요
ask: ask, question, inquire, enquire, query, wonder, wondering | 문의, 질문, 궁금, 여쭤
tell: tell, inform, let me know, advise, notify me, give me, share | 알려, 말해, 알고, 안내
show: show, display, list, view, see, pull up, bring up, open up | 보여, 표시, 조회, 열람
explain: explain, clarify, describe, elaborate, understand, mean, meaning, reason | 설명, 이해, 의미, 뜻
find: find, search, look up, look for, locate, seek, lookup, discover | 찾, 검색, 알아보
check: check, verify, confirm, validate, review, examine, inspect, make sure, look into | 확인, 검토, 점검, 조회
change: change, modify, edit, alter, adjust, switch, convert, amend, revise, correct | 변경, 바꾸, 바꿔, 수정, 정정, 전환
update: update, refresh, renew, upgrade, latest, newest, current | 업데이트, 갱신, 최신, 현황
cancel: cancel, revoke, call off, abort, undo, void, annul, withdraw order, cancellation | 취소, 철회, 무르
remove: remove, delete, erase, clear, get rid, wipe, take off, drop, eliminate, discard | 삭제, 지우, 지워, 제거, 없애
add: add, include, put, insert, append, attach | 추가, 넣어, 넣고, 포함, 첨부
create: create, make, set up, setup, build, generate, establish, new, prepare, compose | 만들, 생성, 새로, 작성, 개설
start: start, begin, launch, initiate, commence, turn on, switch on, activate, enable, resume | 시작, 켜, 켜기, 활성, 개시, 실행, 재개
stop: stop, end, quit, halt, cease, turn off, switch off, deactivate, disable, shut off, shut down, terminate, pause | 중지, 중단, 끄, 꺼, 비활성, 정지, 멈추, 종료
increase: increase, raise, up, higher, louder, brighter, boost, more, maximum, extend | 늘리, 올려, 올리, 높이, 증가, 인상, 크게, 상향
decrease: decrease, lower, reduce, less, down, quieter, dim, minimize, cut, shrink, softer | 줄이, 줄여, 내려, 낮추, 낮춰, 감소, 인하, 작게, 하향
open: open, unlock, opening, enter | 열기, 열어, 개봉, 오픈
close: close, shut, closing, closure | 닫기, 닫아, 폐쇄, 해지, 탈퇴
send: send, forward, submit, dispatch, mail out, deliver, transmit, upload | 보내, 발송, 전송, 제출, 송부, 올리기
receive: receive, get, got, obtain, arrive, come through, acquire, gotten, collect, receipt of | 받, 수령, 도착, 수신
wait: wait, waiting, pending, still, yet, not yet, delay, delayed, late, overdue, hold up, stuck, slow | 기다리, 대기, 아직, 지연, 늦, 안 와, 밀려
give_back: return, send back, give back, bring back, exchange, swap, replace, replacement | 반품, 반송, 교환, 돌려, 교체
repeat: repeat, again, once more, say again, another time, redo, one more time | 다시, 반복, 또, 재차
remember: remember, remind, reminder, forget, forgot, forgotten, recall, memory, don't forget | 기억, 잊, 까먹, 알림, 리마인
help: help, assist, assistance, aid, support, hand, guidance, helping | 도움, 도와, 지원, 도우
use: use, usage, utilize, work with, operate, apply, using | 사용, 이용, 쓰는, 활용
apply: apply, application, sign up, register, enroll, enrol, join, registration, signup, subscribe | 신청, 가입, 등록, 접수, 지원서
allow: allow, permit, able, can i, possible, eligible, allowed, authorize, accept, qualify, support, option | 가능, 허용, 되나요, 자격, 대상, 수 있
refuse: decline, declined, reject, rejected, refuse, deny, denied, not accepted, not accept, fail, failed, unsuccessful, turned down, wont go through, not go through, not allowed | 거절, 거부, 실패, 반려, 안 되, 안돼, 불가
complain: complain, complaint, claim, dispute, grievance, protest, unhappy, objection, feedback | 불만, 항의, 컴플레인, 민원, 클레임, 이의
fix: fix, repair, solve, resolve, troubleshoot, sort out, mend, correct, restore, reset | 고치, 고쳐, 수리, 해결, 복구, 초기화, 재설정
broken: broken, not working, doesn't work, won't work, error, bug, problem, issue, trouble, crash, fault, malfunction, glitch, wrong, freeze, stuck, damaged, defective, faulty | 고장, 오류, 에러, 문제, 버그, 먹통, 안 돼, 불량, 파손, 튕기, 하자
lose: lose, lost, missing, misplace, can't find, disappeared, disappear, gone, vanish, left behind | 분실, 잃어, 사라, 없어, 잃었
steal: steal, stolen, theft, rob, robbed, thief, took, pickpocket, swiped | 도난, 훔, 도둑, 절도
cheat: fraud, fraudulent, scam, suspicious, phishing, compromised, hacked, unauthorized, not recognize, don't recognize, do not recognize, did not make, didn't make, hack, not mine, never made, unfamiliar, strange | 사기, 해킹, 도용, 의심, 피싱, 무단, 모르는
keep: save, keep, store, retain, backup, hold, preserve | 저장, 보관, 유지, 보존, 백업
compare: compare, difference, versus, vs, better, best, recommend, suggest, recommendation, suggestion, which one | 비교, 차이, 추천, 더 나은, 제안
choose: choose, select, pick, decide, prefer, choice, option | 선택, 고르, 골라, 옵션
buy: buy, purchase, order, shop, shopping, acquire, checkout, bought, place an order | 구매, 구입, 주문, 사고, 쇼핑, 결제하
sell: sell, sale, selling, sales | 판매, 팔, 세일
book: book, reserve, reservation, booking, schedule, arrange, appointment | 예약, 예매, 잡아
share: share, invite, invitation, refer, referral | 공유, 초대, 추천인
track: track, tracking, trace, follow, status, progress, where is, whereabouts | 추적, 배송조회, 진행, 상태, 조회, 어디쯤
write: write, type, note, jot, record, draft, log, fill | 작성, 적어, 쓰기, 기록, 메모, 기재
read: read, read out, reading, read aloud | 읽어, 읽기
play: play, playing, put on, listen, hear, stream, start playing | 재생, 틀어, 들려, 듣
talk: talk, speak, chat, conversation, discuss, speak to, talk to | 말하, 이야기, 대화, 상담, 통화
go: go, going, travel, head, visit, trip, leave, get to, ride | 가는, 가고, 가려, 방문, 이동, 출발
come: come, coming, arrive, arrival, arriving, show up | 오는, 도착, 와요
count: how many, count, number of, amount of, total, quantity, sum | 몇 개, 수량, 개수, 총, 합계
learn: learn, study, teach, tutorial, how do, how to, instruct, instructions, guide, steps, process, procedure | 배우, 방법, 어떻게, 절차, 과정, 가이드
wake: wake, awake, get up, wakeup | 깨워, 기상, 일어나
like: like, love, enjoy, favorite, favourite, good, great, awesome | 좋아, 사랑, 즐겨, 마음에
dislike: hate, dislike, bad, terrible, awful, boring, worst | 싫, 나쁘, 최악, 별로
clean: clean, vacuum, sweep, mop, dust, tidy, wash | 청소, 닦, 세탁
cook: cook, bake, prepare, boil, fry, grill, roast, make food, cooking | 요리, 굽, 끓이, 조리
link: link, connect, pair, sync, synchronize, linked, attach, associate, add account | 연결, 연동, 동기화, 페어링
move: move, transfer, shift, relocate, pass on, change address, moved | 옮기, 이사, 이전, 이동, 전입
wrong: wrong, incorrect, mistake, inaccurate, mistaken, accident, accidentally, mixed up, error, not right, not correct | 잘못, 틀린, 실수, 착오, 오류
block: block, freeze, suspend, lock, locked, blocked, frozen, ban, restrict, retained, swallowed, kept | 차단, 동결, 정지, 잠금, 잠겨, 막혀
need_proof: proof, document, evidence, certificate, documentation, papers | 증빙, 증명, 서류, 증명서, 증거
`;
