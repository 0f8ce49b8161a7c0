import type { SeedArticle } from "./article.ts";

export const app: SeedArticle[] = [
  {
    slug: "app-crashes",
    auto: true,
    en: {
      title: "The app closes or freezes",
      body: `Please update the app to version 5.2 or newer first; it needs iOS 16 or Android 10. Then close the app completely and open it again.

If it still closes, delete the app and install it again: your cart and your orders are kept in your account. If that does not help, tell us your phone model, the app version and what you pressed last.`,
    },
    ko: {
      title: "앱이 꺼지거나 멈출 때",
      body: `먼저 앱을 5.2 이상으로 업데이트해 주세요. iOS 16이나 안드로이드 10 이상이 필요해요. 그다음 앱을 완전히 종료하고 다시 열어 주세요.

그래도 꺼지면 앱을 삭제하고 다시 설치해 주세요. 장바구니와 주문 내역은 계정에 그대로 남아 있어요. 해결되지 않으면 휴대폰 기종과 앱 버전, 마지막으로 누른 화면을 알려 주세요.`,
    },
  },
  {
    slug: "page-not-loading",
    auto: true,
    en: {
      title: "A page does not load or shows an error",
      body: `Please reload the page and try a private window; if it works there, delete the cookies of our site. Extensions that block advertising sometimes block the checkout page, so switch them off for our site.

If you see an error code such as E-102, send it to us with the time and a screenshot. Planned maintenance takes place on Wednesdays from 3 to 4 am Korean time.`,
    },
    ko: {
      title: "화면이 열리지 않거나 오류가 보일 때",
      body: `화면을 새로 고치고 시크릿 창에서도 열어 보세요. 시크릿 창에서 열리면 저희 사이트의 쿠키를 삭제해 주세요. 광고 차단 확장 프로그램이 결제 화면을 막는 경우가 있으니 꺼 주세요.

E-102 같은 오류 코드가 보이면 시간과 화면 사진을 함께 보내 주세요. 정기 점검은 매주 수요일 오전 3시부터 4시까지예요.`,
    },
  },
];
