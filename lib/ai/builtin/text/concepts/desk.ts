/** Shops, subscriptions, accounts and software: what support desks hear all day. */
export const desk = `
order: order, orders, purchase, purchased, ordered, cart, basket, checkout | 주문, 구매, 장바구니
item: item, product, article, goods, merchandise, products, stuff, items, thing | 상품, 제품, 물건, 물품, 품목
stock_level: in stock, out of stock, available, availability, sold out, restock, inventory | 재고, 품절, 입고
size: size, fit, large, small, color, colour, measurement, medium | 사이즈, 크기, 색상, 치수
delivery: delivery, deliver, ship, shipping, shipment, package, parcel, courier, post, mail, arrive, dispatched, shipped, in the mail, freight | 배송, 택배, 발송, 배달, 소포, 운송
eta: when will, how long, estimate, eta, estimated, expected, arrival time, how soon, timeframe, how many days, take to | 언제, 얼마나 걸, 예정, 소요, 기간, 며칠
fast: fast, faster, express, quick, quickly, expedite, hurry, urgent, rush, asap, priority, immediately, sooner, instant | 빨리, 급, 신속, 당장, 빠른, 즉시, 긴급
address: address, street, postcode, zip, delivery address, shipping address, location, postal | 주소, 배송지, 우편번호, 도로명
damaged: damaged, broken, crushed, defective, torn, scratch, scratched, dented, leaking | 파손, 깨진, 찢어, 흠집, 하자, 불량
warranty: warranty, guarantee, repair service, guaranteed | 보증, 워런티, 무상수리, a/s, 애프터서비스
subscription: subscription, subscribe, membership, plan, plans, trial, tier, package, newsletter | 구독, 멤버십, 요금제, 플랜, 정기결제, 체험, 뉴스레터
unsubscribe: unsubscribe, opt out, leave, close account, delete account, terminate account, cancel subscription, cancel membership, deactivate account | 해지, 탈퇴, 구독취소, 수신거부
upgrade: upgrade, downgrade, switch plan, change plan, premium, pro, gold | 업그레이드, 다운그레이드, 상위, 프리미엄
login: login, log in, sign in, signin, access, logging, logon, get into, logged out, locked out | 로그인, 접속, 접근
signup: sign up, signup, register, registration, create account, open account, new account, enroll, join | 회원가입, 가입, 등록, 개설
password: password, passcode, credentials, pass word, passphrase, forgot password, reset password, passwords | 비밀번호, 비번, 패스워드, 암호
two_factor: verification code, code, otp, sms code, authenticator, two factor, 2fa, one time code, security code | 인증번호, 인증코드, 이중인증, 2단계, 본인인증
username: username, user name, user id, display name, name | 아이디, 닉네임, 이름, 사용자명
personal_data: personal details, personal information, details, information, data, my info, phone number, last name | 개인정보, 정보, 연락처, 상세정보
privacy: privacy, gdpr, personal data, data protection, consent, cookies | 개인정보보호, 프라이버시, 동의, 개인정보
security: security, secure, safe, protect, breach, leak, hacked, vulnerability | 보안, 안전, 보호, 유출
app: app, application, mobile app, software, program, tool | 앱, 어플, 프로그램, 소프트웨어
website: website, site, web, page, online, webpage, browser, link, url, portal | 홈페이지, 사이트, 웹, 페이지, 온라인, 브라우저, 링크
crash: crash, crashes, freeze, freezes, hang, hangs, blank screen, not loading, won't load, slow, lag, laggy | 튕기, 멈춤, 먹통, 느려, 렉, 하얀 화면, 로딩
outage: outage, down, offline, unavailable, server error, 500, maintenance, service down | 장애, 서버, 다운, 점검, 접속 불가, 중단
install: install, installation, download, setup, uninstall, reinstall, update app | 설치, 다운로드, 내려받, 재설치
export: export, import, csv, excel, backup, migrate, download data | 내보내, 가져오기, 엑셀, 이관, 백업
api: api, webhook, integration, integrate, token, endpoint, developer, sdk, sandbox | 연동, 개발자, 토큰, 웹훅, 에이피아이
notification: notification, notifications, alert, alerts, push, notify, warning | 알림, 푸시, 경고, 통지
setting: setting, settings, configuration, configure, preference, preferences, customize, option, options | 설정, 환경설정, 구성, 옵션
team: team, member, members, user, users, seat, seats, admin, permission, role, colleague, coworker | 팀, 멤버, 사용자, 좌석, 관리자, 권한, 직원, 구성원
human: human, agent, representative, person, operator, real person, live person, customer service, customer support, customer care, someone | 상담원, 상담사, 사람, 직원, 담당자, 고객센터
contact: contact, reach, get in touch, call you, phone number, hotline, hours, customer service hours, email you | 연락, 연락처, 전화번호, 고객센터, 문의처, 운영시간
review: review, rating, rate, feedback, comment, opinion, testimonial, stars, reviews | 리뷰, 후기, 평점, 의견, 평가
contract: contract, agreement, terms, policy, policies, conditions, clause, legal | 계약, 약관, 정책, 규정, 조건
partner: partnership, partner, reseller, business, enterprise, sales, quote, demo, wholesale, bulk | 제휴, 파트너, 기업, 영업, 견적, 도매, 데모
feature: feature, request, suggestion, functionality, improve, idea, roadmap, add support | 기능, 제안, 개선, 건의, 추가 요청
device: device, phone, smartphone, iphone, android, tablet, laptop, computer, pc, mobile, cell phone, cellphone | 기기, 휴대폰, 핸드폰, 스마트폰, 노트북, 컴퓨터, 태블릿, 폰
network: wifi, internet, network, connection, bluetooth, router, signal, data plan | 와이파이, 인터넷, 네트워크, 연결, 블루투스, 신호, 데이터
battery: battery, charger, charging, power, plug | 배터리, 충전기, 전원, 전력
screen: screen, display, brightness, monitor, image, resolution | 화면, 액정, 디스플레이, 밝기
camera: camera, photo, picture, image, photos, pictures, selfie, video | 카메라, 사진, 이미지, 영상
sound: sound, volume, audio, speaker, speakers, mute, silent, silence, quiet, noise, loud, unmute | 소리, 볼륨, 음량, 스피커, 음소거, 무음, 조용
file: file, document, attachment, pdf, folder, upload, download | 파일, 문서, 첨부, 폴더
printer: printer, print, scan, scanner | 프린터, 인쇄, 스캔, 출력
cancel_fee: cancellation fee, early exit, termination fee, exit fee, early termination, penalty, withdrawal fee | 위약금, 해지 수수료, 취소 수수료
payment_method: payment method, payment methods, payment option, pay with, way to pay, accepted payment, paypal, methods of payment | 결제수단, 결제 방법, 페이팔
gift: gift, present, gift card, giftcard, wrapping | 선물, 기프트카드, 상품권
`;
