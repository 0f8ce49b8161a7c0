/** Money, cards and accounts at banks. */
export const money = `
money: money, cash, fund, funds, dollar, dollars, euro, pound, won, bucks, sum | 돈, 현금, 자금, 금액, 원, 달러
pay: pay, payment, paid, paying, settle, payments, remit | 결제, 지불, 납부, 지급, 낼, 송금
charge: charge, charged, charges, debit, debited, deduct, deducted, took money, billed | 청구, 출금, 차감, 빠져나, 부과
fee: fee, fees, surcharge, cost, costs, commission, extra charge, charged extra, penalty | 수수료, 비용, 요금, 위약금, 추가금
price: price, cost, how much, expensive, cheap, rate, rates, pricing, quote, value, worth | 가격, 얼마, 비싸, 저렴, 단가, 견적, 값
free: free, no cost, without charge, complimentary, gratis | 무료, 공짜, 무상
discount: discount, coupon, promo, promotion, voucher, deal, offer, code, rebate, sale | 할인, 쿠폰, 프로모션, 특가, 바우처
refund: refund, refunds, money back, reimburse, reimbursement, reimbursed, restitution, rebate, compensation, give me back, get back my, returned money | 환불, 환급, 반환, 보상, 돌려받, 배상
twice: twice, double, two times, duplicate, multiple times, repeated, charged two, same transaction | 두 번, 이중, 중복, 두번
invoice: invoice, bill, bills, receipt, statement, billing, invoices | 청구서, 영수증, 명세서, 계산서, 고지서, 빌링
tax: tax, taxes, vat, irs, w2, w4, tax form | 세금, 부가세, 소득세, 국세, 연말정산, 과세
balance: balance, funds left, how much money, remaining, account total, available money | 잔액, 잔고, 남은
account: account, accounts, profile, wallet | 계정, 계좌, 통장, 아이디, 프로필
bank: bank, banking, branch | 은행, 뱅킹, 지점
card: card, cards, visa, mastercard, plastic, debit card, credit card | 카드, 체크카드, 신용카드
virtual: virtual, disposable, one time, online card, digital | 가상, 일회용, 디지털
physical: physical, real card, actual card, tangible | 실물
pin: pin, passcode, pin number, four digit | 핀번호, 비밀번호, 핀
atm: atm, cash machine, cashpoint, cash point, machine, cash withdrawal | 현금인출기, 에이티엠, 인출기
withdraw: withdraw, withdrawal, withdrew, take out, cash out, took out, pull out money | 인출, 출금, 찾은
deposit: deposit, pay in, put in, direct deposit, cheque, check deposit | 입금, 예치, 예금
top_up: top up, topup, top-up, topping up, topped up, topping, load, reload, add money, add funds, recharge | 충전, 채우, 적립
transfer: transfer, transfers, transferred, wire, wire transfer, move money, send money, sent money, transferring, remittance | 이체, 송금, 계좌이체
receiver: beneficiary, recipient, payee, receiver | 수취인, 받는 사람, 수혜
exchange: exchange, currency, convert, conversion, exchange rate, foreign, currencies, fx | 환전, 환율, 통화, 외화
abroad: abroad, overseas, international, foreign, other country, outside country, europe, another country, country, countries | 해외, 외국, 국외, 국가, 나라
transaction: transaction, transactions, purchase, purchases, activity, spending | 거래, 내역, 거래내역
spend: spend, spent, spending, expense, expenses, expenditure, budget | 지출, 소비, 썼, 경비, 예산
history: history, past, recent, previous, last, earlier | 내역, 이력, 기록, 지난, 최근, 이전
limit: limit, limits, maximum, minimum, cap, restriction, restrictions, how many | 한도, 제한, 최대, 최소, 상한
credit: credit, credit score, rating, credit limit, score, fico | 신용, 신용점수, 신용등급, 점수
loan: loan, mortgage, lend, borrow, lending, debt, finance, financing, payday | 대출, 융자, 빌리, 담보, 부채, 빚
interest: interest, interest rate, apr, annual percentage, apy, yield | 이자, 금리, 이율
salary: salary, wage, paycheck, payday, income, payroll, earnings, pay day, get paid, wages | 월급, 급여, 임금, 소득, 수입, 봉급
savings: savings, save money, 401k, retirement, rollover, pension, ira, invest, investment | 저축, 적금, 연금, 퇴직, 투자, 노후
stock: stock, stocks, shares, share price, market, trading, equity, crypto, bitcoin | 주식, 주가, 증권, 투자, 코인
reward: reward, rewards, points, loyalty, bonus, cashback, miles, prize | 포인트, 적립, 보상, 보너스, 마일리지, 혜택
contactless: contactless, tap, tap to pay, apple pay, google pay, samsung pay, nfc, mobile pay | 비접촉, 애플페이, 삼성페이, 간편결제
check_paper: check, checks, cheque, checkbook, cheques | 수표
routing: routing number, routing, iban, swift, sort code, account number | 계좌번호
expire: expire, expires, expired, expiration, expiry, valid, validity, runs out, out of date | 만료, 유효, 기한, 만기, 유효기간
activate: activate, activation, activating, turn on card, enable, verify card | 활성화, 사용등록, 개통
reverted: reverted, revert, reversed, cancelled, returned, came back, went back, bounced, refunded | 취소됐, 반려, 되돌아
pending: pending, processing, not showing, not show, not appear, not reflected, in progress, hasn't arrived, isn't showing, not arrived, not received | 처리중, 대기중, 보류, 반영, 미처리, 안 들어
source: source, origin, where from, come from, money from, sources | 출처, 원천
identity: identity, id, verify, identification, passport, verification, kyc, prove, who i am | 신원, 본인, 인증, 신분, 신분증, 여권
subsidy: subsidy, benefit, allowance, grant, welfare, aid, support money | 지원금, 보조금, 수당, 급여, 복지, 바우처, 장려금
insurance: insurance, insure, policy, coverage, insured, cover, premium, deductible | 보험, 보장, 보험료
rent: rent, lease, rental, tenant, landlord, deposit | 임대, 월세, 전세, 임차, 주거
tip: tip, gratuity, tipping | 팁, 봉사료
donate: donate, donation, charity | 기부, 후원
split: split, divide, share bill, separate | 나누, 분할, 할부, 나눠
`;
