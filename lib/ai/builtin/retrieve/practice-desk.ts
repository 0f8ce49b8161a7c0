import type { AnswerQuestion, IndexedArticle } from "./types.ts";

/**
 * A made-up desk (a bicycle-sharing service and its shop), written for this: articles, questions as customers put them, and questions
 * that no article answers. The default calibrator learns from it when to speak and when to keep quiet, until a desk has a history of its own.
 * One article a line: `id | title | body | question; question; …`.
 */
const english = `
unlock | Unlock a bike | Scan the code on the handlebar with the app and wait for the green light. If the lock stays shut, type the number under the code by hand. | How do I get the bike to open?; The lock does not react when I scan it; where do I find the number to unlock
end | End a ride and lock up | Park inside a marked station, push the lever down and wait for the sound. The ride ends in the app by itself within a minute. | I locked the bike but my ride is still running; how can i finish my trip; Do I have to return it to a station?
parking | Where bikes may be left | Leave bikes only at stations shown in blue on the map. Leaving one elsewhere costs 5 on top of the ride. | Can I leave the bike in front of my house?; why was i charged 5 for parking; is it ok to park at a shop
prices | Ride prices and passes | A single ride costs 1 for every 20 minutes. A day pass is 7 and a month pass 25; each ride of up to 45 minutes is included. | What does a half hour cost; How much is the monthly pass?; is there something cheaper for every day
passcancel | Stop a month pass from renewing | Passes renew on the same day each month. Open Passes in the app and switch off renewal at the latest the day before. | I want to cancel my month pass; how do I turn off automatic renewal?; please stop charging me every month
refundride | Money back for a faulty ride | Rides of under two minutes on a faulty bike are free. Report the bike in the app within 24 hours and the fare comes back in three working days. | The brakes were broken so I want my money back; bike was faulty, can i get the fare refunded; How long does the refund of a ride take?
brokenbike | Report a damaged bike | Open the last ride, choose Report and mark the part: brake, chain, tyre, seat or light. A mechanic collects the bike. | one of your bikes has a flat tyre; The chain came off, where do I tell you?; seat is torn on the bike near the station
accident | What to do after an accident | Call the emergency number first if anyone is hurt. Then write to us with the ride number; our insurance covers riders up to 10,000. | I fell off because of the bike; am i insured when i ride; Someone hit me while riding, what now?
phone | Change the phone number of an account | Sign in with the old number, open Profile and enter the new one. Without the old phone, send a photo of an identity card. | I have a new phone number; lost my old sim, how can i move my account; Where do I update my mobile number?
signin | No sign-in code arrives | Codes come by text within a minute. Turn off call blocking and ask for a new code after 60 seconds; after five tries wait one hour. | I am not getting the sms code; the login text never came; Why can't I ask for another code?
paymentcard | Add or replace a bank card | Open Wallet and choose Add card. We take a test charge of 0.10 that returns at once. Old cards are removed with a swipe. | How do I put in my new credit card?; there is a charge of 0.10 on my account; remove old card from wallet
declined | A payment was refused | Banks refuse payments when the limit is reached or the card is not open for internet payments. Try another card; open fares are tried again after three days. | my card is not accepted; Payment failed at the end of the ride; it says I still owe a fare, what should I do
receipt | Receipts and company rides | Every ride has a receipt under History that can be sent by mail. Companies get one invoice a month. | I need a receipt for my employer; Where can I see past rides and bills?; can my company get one invoice
child | Children and age | Riders must be 14 or older; below 18 a parent confirms in the app. Child seats are not offered. | can my 12 year old son ride; What is the minimum age?; do you have seats for kids
helmet | Helmets in the shop | Helmets come in S, M and L: measure around the head above the ears. Unworn helmets go back within 30 days. | Which helmet size should I buy?; helmet is too small, can I exchange it; return a helmet I did not use
shopshipping | Delivery of shop orders | Orders leave within one working day and take two to four days. The tracking link is in the mail we send when they leave. | when will my order arrive; Where is my parcel?; I never got a tracking link
ebike | Range of electric bikes | A full battery lasts about 50 km. The app shows what is left; below 10 percent the motor stops and the bike rides as usual. | how far can I go with an electric one; motor switched off in the middle of the ride; What happens when the battery is empty?
deleteaccount | Delete an account and its data | Open Profile, Privacy, Delete. Rides are erased after 30 days, invoices are kept as long as the law asks. | Please erase all my data; how to close my account for good; i do not want to be a user any more
tempo | Send rides to Tempo | In the app, open Profile, choose Tempo and allow access. Rides then appear in Tempo within the hour. To stop, remove Tempo there. | how do I get my rides into tempo; Tempo does not show yesterday's ride; connect the app with Tempo
gearly | Pay with a Gearly balance | Choose Gearly in the wallet, sign in to Gearly and confirm. The Gearly balance is used before your card. | can I pay with gearly; my Gearly balance is not used; add gearly to the wallet
unknown | - | - | how do I get my rides into Pulsar; Can I pay with coinly?; Do you sell scooters?; can I bring a bike on the train; I would like to work for you as a mechanic; what is the weather tomorrow; Could you sponsor our school race?; Is there a student discount; My neighbour stole my own bicycle; where can I buy spare chains for my old bike; how tall is the tower in the city; do you have stations in other countries; i forgot my bag in the basket of the bike; Can two people share one pass?; the app drains my phone battery; what does the yellow light on the wheel mean; may I hang advertising on your bikes; translate this text for me please; can i ride after drinking; When do you open a station in my street?
`;
const korean = `
unlock | 자전거 잠금 해제 방법 | 손잡이의 코드를 앱으로 스캔한 뒤 초록 불을 기다려 주세요. 열리지 않으면 코드 아래 번호를 직접 입력하세요. | 자전거가 안 열려요; 스캔해도 반응이 없는데 어떻게 하나요?; 잠금 푸는 번호는 어디에 있어요
end | 대여 종료와 반납 | 표시된 대여소 안에 세우고 레버를 내려 소리가 날 때까지 기다리세요. 1분 안에 앱에서 자동으로 끝납니다. | 잠갔는데 아직 이용 중이라고 나와요; 반납은 어떻게 하나요?; 꼭 대여소에 돌려줘야 하나요
parking | 세워도 되는 곳 | 지도에 파란색으로 보이는 대여소에만 세워 주세요. 다른 곳에 두면 5,000원이 추가됩니다. | 집 앞에 세워도 되나요?; 주차 때문에 5천 원이 더 나왔어요; 가게 앞에 둬도 괜찮을까요
prices | 이용 요금과 이용권 | 한 번 이용은 20분마다 1,000원입니다. 하루권은 7,000원, 한 달권은 25,000원이며 45분까지의 이용이 들어 있습니다. | 30분 타면 얼마예요?; 한 달권 가격이 궁금합니다; 매일 타는데 더 싼 방법 있나요
passcancel | 한 달권 자동 갱신 끄기 | 이용권은 매달 같은 날 갱신됩니다. 앱의 이용권에서 하루 전까지 갱신을 꺼 주세요. | 한 달권을 해지하고 싶어요; 자동 결제 어떻게 꺼요?; 매달 돈 나가는 거 멈춰 주세요
refundride | 고장 난 자전거 요금 돌려받기 | 고장 난 자전거를 2분 안에 반납하면 무료입니다. 24시간 안에 앱에서 신고하면 3영업일 안에 요금이 돌아옵니다. | 브레이크가 고장 나서 환불받고 싶어요; 자전거 불량인데 요금 돌려주나요?; 이용 요금 환불은 며칠 걸려요
brokenbike | 파손 자전거 신고 | 마지막 이용을 열고 신고를 눌러 브레이크, 체인, 타이어, 안장, 전조등 중에서 고르세요. 정비사가 가져갑니다. | 타이어에 바람이 빠져 있어요; 체인이 빠졌는데 어디에 말하나요?; 안장이 찢어진 자전거가 있습니다
accident | 사고가 났을 때 | 다친 사람이 있으면 먼저 119에 전화하세요. 그다음 이용 번호와 함께 알려 주시면 보험으로 1,000만 원까지 보장합니다. | 자전거 타다가 넘어졌어요; 탈 때 보험이 되나요?; 차에 부딪혔는데 어떻게 해야 하나요
phone | 휴대폰 번호 바꾸기 | 예전 번호로 로그인해 프로필에서 새 번호를 입력하세요. 예전 전화기가 없으면 신분증 사진을 보내 주세요. | 전화번호가 바뀌었어요; 예전 폰이 없는데 계정을 옮길 수 있나요?; 핸드폰 번호 수정은 어디서 해요
signin | 인증번호가 오지 않을 때 | 번호는 1분 안에 문자로 옵니다. 차단 설정을 끄고 60초 뒤 다시 요청하세요. 다섯 번 실패하면 한 시간 기다려야 합니다. | 인증 문자가 안 와요; 로그인 번호를 못 받았습니다; 왜 번호를 다시 요청할 수 없나요?
paymentcard | 카드 추가와 교체 | 지갑에서 카드 추가를 누르세요. 확인용 100원이 결제되었다가 바로 취소됩니다. 옛 카드는 밀어서 지웁니다. | 새 신용카드를 등록하려면요?; 100원이 결제됐는데 뭔가요; 예전 카드 지우고 싶어요
declined | 결제가 거절될 때 | 한도를 넘었거나 인터넷 결제가 막힌 카드는 거절됩니다. 다른 카드를 써 보세요. 미납 요금은 사흘 뒤 다시 청구됩니다. | 카드가 안 된다고 나와요; 이용 끝나고 결제 실패했어요; 미납이라고 뜨는데 어떻게 하나요?
receipt | 영수증과 회사 이용 | 이용 내역마다 영수증이 있고 메일로 보낼 수 있습니다. 회사는 한 달에 한 번 계산서를 받습니다. | 회사에 낼 영수증이 필요해요; 지난 이용 내역은 어디서 보나요?; 법인 계산서 받을 수 있나요
child | 어린이와 나이 제한 | 14세부터 탈 수 있고 18세 미만은 보호자가 앱에서 확인합니다. 유아 좌석은 없습니다. | 열두 살 아들이 타도 되나요?; 몇 살부터 이용할 수 있어요; 아기 좌석 있나요
helmet | 쇼핑몰 헬멧 치수 | 헬멧은 S, M, L이 있으며 귀 위로 머리둘레를 재세요. 쓰지 않은 헬멧은 30일 안에 반품할 수 있습니다. | 헬멧 사이즈 뭐 사야 돼요?; 헬멧이 작은데 교환되나요; 안 쓴 헬멧 반품하고 싶어요
shopshipping | 쇼핑몰 주문 배송 | 주문은 하루 안에 출고되고 2~4일 걸립니다. 출고 메일에 배송 조회 링크가 있습니다. | 주문한 거 언제 와요?; 제 택배 어디쯤인가요; 조회 링크를 못 받았어요
ebike | 전기 자전거 주행 거리 | 배터리를 가득 채우면 약 50km를 갑니다. 10% 아래에서는 모터가 멈추고 보통 자전거처럼 탈 수 있습니다. | 전기 자전거로 얼마나 멀리 가나요?; 타는 중에 모터가 꺼졌어요; 배터리 다 쓰면 어떻게 돼요
deleteaccount | 계정과 정보 삭제 | 프로필의 개인정보에서 삭제를 누르세요. 이용 기록은 30일 뒤 지워지고 계산서는 법이 정한 동안 보관합니다. | 제 정보를 모두 지워 주세요; 회원 탈퇴는 어떻게 하나요?; 더 이상 회원 하고 싶지 않아요
tempo | Tempo로 기록 보내기 | 앱의 프로필에서 Tempo를 고르고 접근을 허용하세요. 한 시간 안에 Tempo에 기록이 나타납니다. 그만하려면 Tempo를 지우세요. | 제 기록을 tempo로 보내려면요; Tempo에 어제 기록이 안 보여요; 앱을 Tempo와 연동하고 싶어요
gearly | Gearly 잔액으로 결제 | 지갑에서 Gearly를 고르고 로그인해 확인하세요. 카드보다 Gearly 잔액이 먼저 쓰입니다. | gearly로 낼 수 있나요?; Gearly 잔액이 안 쓰여요; 지갑에 gearly 추가
unknown | - | - | 제 기록을 Pulsar로 보내려면요; Coinly로 낼 수 있나요?; 킥보드도 파나요?; 지하철에 자전거 들고 타도 되나요; 정비사로 일하고 싶은데 채용하나요?; 내일 날씨 알려줘; 학교 행사에 협찬해 주실 수 있나요; 학생 할인 있나요?; 이웃이 제 자전거를 훔쳐 갔어요; 오래된 자전거 부품은 어디서 사나요; 다른 나라에도 대여소가 있나요?; 바구니에 가방을 두고 내렸어요; 이용권 하나로 둘이 탈 수 있나요?; 앱 때문에 폰 배터리가 빨리 닳아요; 바퀴의 노란 불은 무슨 뜻이에요?; 자전거에 광고를 붙이고 싶습니다; 이 글을 번역해 줘; 술 마시고 타도 되나요; 우리 동네 대여소는 언제 생기나요?; 노래 추천해 줘
`;

/** The practice desk once in each language, as articles and questions. */
export function practiceDesks(): { articles: IndexedArticle[]; questions: AnswerQuestion[] }[] {
  return [
    { lang: "en", text: english },
    { lang: "ko", text: korean },
  ].map(({ lang, text }) => {
    const articles: IndexedArticle[] = [];
    const questions: AnswerQuestion[] = [];
    for (const line of text.trim().split("\n")) {
      const [name, title, body, asked] = line.split(" | ") as [string, string, string, string];
      const id = name === "unknown" ? null : name;
      if (id !== null) articles.push({ id, lang, title, body });
      for (const question of asked.split("; ")) questions.push({ text: question, articleId: id });
    }
    return { articles, questions };
  });
}
