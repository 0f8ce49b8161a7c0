import type { SeedArticle } from "./article.ts";

export const account: SeedArticle[] = [
  {
    slug: "reset-password",
    auto: true,
    en: {
      title: "Reset your password",
      body: `On the sign-in page press Forgot password and enter the e-mail address of your account. We send a link that works for one hour; open it and choose a new password of at least ten characters.

If no mail comes, look in the spam folder and make sure that you use the address you signed up with. If you signed up with Kakao or Naver, there is no password: use the same button to sign in.

After ten wrong attempts the account is locked for 15 minutes.`,
    },
    ko: {
      title: "비밀번호 재설정하기",
      body: `로그인 화면에서 비밀번호 찾기를 누르고 가입한 이메일 주소를 입력해 주세요. 1시간 동안 쓸 수 있는 링크를 보내 드려요. 링크를 열고 10자 이상의 새 비밀번호를 정해 주세요.

메일이 오지 않으면 스팸함을 확인하시고, 가입할 때 쓴 주소가 맞는지 확인해 주세요. 카카오나 네이버로 가입하셨다면 비밀번호가 없으니 같은 버튼으로 로그인해 주세요.

비밀번호를 10번 틀리면 15분 동안 계정이 잠겨요.`,
    },
  },
  {
    slug: "change-email",
    auto: true,
    en: {
      title: "Change the e-mail address or phone number of your account",
      body: `Open My account, press Profile, and enter the new e-mail address or phone number. We send a code to the new one; the change is made when you enter the code.

Your orders, points and coupons stay with the account. If you can no longer sign in with the old address, write to us and a person checks that the account is yours.`,
    },
    ko: {
      title: "이메일 주소나 전화번호 변경하기",
      body: `내 계정에서 프로필을 누르고 새 이메일 주소나 전화번호를 입력해 주세요. 새 주소나 번호로 인증 번호를 보내 드리고, 인증 번호를 입력하시면 변경돼요.

주문 내역과 포인트, 쿠폰은 그대로 유지돼요. 예전 주소로 로그인할 수 없으면 문의해 주세요. 담당자가 본인 확인 후 도와드려요.`,
    },
  },
  {
    slug: "close-account",
    auto: false,
    en: {
      title: "Close your account",
      body: `Open My account, press Profile and then Close account. Points and coupons are lost when an account is closed, and open orders must have been delivered first.

We delete your profile within 30 days. Order records are kept for five years because the law asks for it.`,
    },
    ko: {
      title: "회원 탈퇴하기",
      body: `내 계정에서 프로필을 누르고 회원 탈퇴를 눌러 주세요. 탈퇴하시면 포인트와 쿠폰이 사라지고, 진행 중인 주문은 먼저 배송이 끝나야 해요.

프로필은 30일 안에 삭제돼요. 주문 기록은 법에 따라 5년 동안 보관돼요.`,
    },
  },
];
