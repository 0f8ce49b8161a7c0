/** Time, people, home, food, travel, media and the questions of daily life. */
export const everyday = `
time: time, clock, hour, o'clock, what time, hours, minute, minutes | 시간, 시각, 몇 시, 분, 시
timezone: time zone, timezone, zone, gmt, utc, time difference, est, pst | 시간대, 시차
date: date, day, today, what day, calendar date, day of the month, month, year | 날짜, 오늘, 며칠, 요일, 연도
tomorrow: tomorrow, tonight, this evening, next day, morning, afternoon, evening, night | 내일, 오늘밤, 아침, 오전, 오후, 저녁, 밤
week: week, weekend, monday, tuesday, wednesday, thursday, friday, saturday, sunday, weekly | 주, 주말, 월요일, 화요일, 수요일, 목요일, 금요일, 토요일, 일요일
month: january, february, march, april, june, july, august, september, october, november, december, month, monthly | 1월, 2월, 3월, 4월, 5월, 6월, 7월, 8월, 9월, 10월, 11월, 12월, 매월, 월간
holiday: holiday, christmas, vacation, day off, days off, pto, leave, time off, easter, thanksgiving, holidays | 휴일, 휴가, 연휴, 명절, 연차, 공휴일, 방학
alarm: alarm, alarms, wake me, wake up | 알람, 모닝콜
timer: timer, countdown, stopwatch | 타이머, 카운트다운
calendar: calendar, event, events, agenda, schedule, appointment, appointments, meeting, meetings, plan, plans, occasion | 일정, 캘린더, 달력, 회의, 미팅, 약속, 행사, 스케줄
reminder: remind, reminder, reminders, remember to, don't let me forget, notify me | 알림, 리마인더, 상기
list: list, lists, to do, todo, shopping list, grocery list, task, tasks, checklist | 목록, 리스트, 할일, 할 일, 체크리스트
email: email, mail, e-mail, inbox, emails, gmail, outlook, message from, mails | 이메일, 메일, 받은편지함, 지메일
message: message, text, sms, texting, texts, messages, msg | 메시지, 문자, 메세지, 카톡
call: call, dial, phone, ring, telephone, calling, phone call | 전화, 통화, 걸어
contact_person: contact, contacts, address book, phonebook, phone book | 연락처, 주소록
social: facebook, twitter, tweet, instagram, post, social media, hashtag, status update | 페이스북, 트위터, 인스타, 게시, 소셜
family: mom, mother, dad, father, wife, husband, son, daughter, brother, sister, family, kid, kids, child, children, parents, baby | 엄마, 아빠, 어머니, 아버지, 아내, 남편, 아들, 딸, 가족, 아이, 자녀, 부모, 아기, 아동
friend: friend, friends, buddy, boyfriend, girlfriend, boss, coworker, colleague | 친구, 동료, 상사, 남자친구, 여자친구
elderly: elderly, senior, older person, grandparent, pensioner | 노인, 어르신, 고령, 할머니, 할아버지
disabled: disabled, disability, handicapped, wheelchair | 장애, 장애인, 휠체어
birth: birth, pregnant, pregnancy, newborn, maternity, childbirth | 출산, 임신, 신생아, 산모, 육아
job: job, work, employment, career, office, employer, hire, unemployed, unemployment | 일자리, 취업, 직장, 고용, 실업, 구직, 근로, 회사
school: school, university, student, education, college, tuition, class | 학교, 대학, 학생, 교육, 등록금, 장학
house: house, home, apartment, room, bedroom, kitchen, living room, bathroom, housing | 집, 주택, 아파트, 방, 거실, 부엌, 화장실, 주거
light: light, lights, lamp, bulb, brightness, lighting, illumination | 불, 조명, 전등, 램프
heat: heat, heating, thermostat, temperature, ac, air conditioner, cool, warm, degrees, hot, cold, heater | 난방, 온도, 에어컨, 보일러, 따뜻, 시원, 더워, 추워, 히터
cleaner: vacuum, vacuum cleaner, robot cleaner, roomba, hoover | 청소기, 로봇청소기
coffee: coffee, coffee machine, espresso, latte, cappuccino, tea, brew, coffee maker | 커피, 에스프레소, 라떼, 차
plug: plug, socket, outlet, wemo, smart plug, smart socket | 플러그, 콘센트, 멀티탭
weather: weather, rain, raining, snow, sunny, forecast, storm, wind, umbrella, temperature outside, cloudy, humid, humidity, jacket | 날씨, 비, 눈, 맑, 예보, 우산, 바람, 태풍, 기온, 습도
food: food, meal, dish, eat, dinner, lunch, breakfast, hungry, pizza, burger, sushi, cuisine | 음식, 식사, 저녁, 점심, 밥, 배고, 피자, 요리, 먹
recipe: recipe, recipes, how to make, how to cook, ingredient, ingredients, cookbook | 레시피, 조리법, 재료
restaurant: restaurant, restaurants, cafe, diner, bistro, bar, eatery, place to eat, steakhouse | 식당, 레스토랑, 맛집, 카페, 음식점
takeaway: takeaway, takeout, take out, delivery food, order food, take away, deliver pizza | 포장, 배달음식, 테이크아웃
nutrition: calories, calorie, nutrition, protein, sugar, fat, healthy, carbs, diet, nutritional | 칼로리, 영양, 단백질, 다이어트, 건강식
grocery: grocery, groceries, supermarket, milk, eggs, bread, store | 장보기, 마트, 슈퍼, 우유, 계란, 식료품
travel: travel, trip, vacation, tour, tourist, journey, visit, destination, itinerary, sightseeing, attractions, things to do | 여행, 관광, 투어, 여정, 여행지, 명소
flight: flight, flights, airplane, plane, airline, fly, airport, boarding, terminal, gate, layover | 항공, 비행기, 공항, 항공권, 탑승, 항공편
luggage: luggage, baggage, suitcase, carry on, bag, bags | 수하물, 짐, 캐리어, 가방
train: train, trains, rail, railway, metro, subway, tram | 기차, 열차, 지하철, 철도, ktx
bus: bus, buses, coach, shuttle, public transport | 버스, 셔틀, 대중교통
taxi: taxi, cab, uber, lyft, ride, rideshare | 택시, 우버, 카카오택시
ticket: ticket, tickets, fare, pass | 표, 티켓, 승차권, 입장권
hotel: hotel, hotels, room, motel, airbnb, accommodation, lodging, stay | 호텔, 숙소, 숙박, 모텔, 객실
car: car, vehicle, truck, auto, automobile, drive, driving, engine, rental car | 차, 자동차, 차량, 운전, 렌터카
car_care: oil, oil change, tire, tires, tyre, jump start, mpg, gas mileage, mechanic, miles per gallon, battery dead | 오일, 타이어, 정비, 연비
fuel: gas, fuel, petrol, gasoline, diesel, tank | 주유, 기름, 연료, 휘발유
traffic: traffic, congestion, road, jam, accident, route, highway, commute | 교통, 정체, 도로, 막혀, 길
direction: direction, directions, way to, route, map, navigate, distance, how far, get to, gps, nearest, nearby, close by, around here | 길찾기, 경로, 지도, 거리, 가까운, 근처, 위치
place: place, location, where am i, city, town, area, where, located, current location | 장소, 위치, 어디, 도시, 지역, 동네
visa_travel: visa, passport, immigration, vaccine, vaccination, shots, travel alert, travel warning, travel notification | 비자, 여권, 입국, 예방접종, 백신
health: health, doctor, hospital, medicine, medical, sick, illness, pain, clinic, treatment, cancer, patient | 건강, 병원, 의사, 약, 의료, 아프, 진료, 치료, 질환, 환자, 암
music: music, song, songs, album, artist, band, singer, tune, track, jazz, rock, pop, melody | 음악, 노래, 앨범, 가수, 밴드, 곡, 재즈, 록
playlist: playlist, queue, next song, shuffle, skip, repeat song, next track | 재생목록, 플레이리스트, 셔플, 다음 곡, 건너뛰
radio: radio, station, fm, am radio, broadcast | 라디오, 방송, 주파수
podcast: podcast, podcasts, episode, episodes | 팟캐스트, 에피소드
audiobook: audiobook, audio book, audiobooks, book, novel, chapter, reading | 오디오북, 책, 소설, 도서
video: movie, movies, film, films, video, tv, television, show, cinema, theater, netflix, concert | 영화, 영상, 비디오, 드라마, 티비, 극장, 공연
game: game, games, play a game, chess, puzzle, trivia, sport, football, match, score, team | 게임, 퍼즐, 체스, 스포츠, 경기, 축구, 야구
news: news, headline, headlines, article, current events, happening, newspaper, cnn, bbc | 뉴스, 기사, 소식, 헤드라인, 신문
joke: joke, jokes, funny, laugh, humor, make me laugh, pun | 농담, 웃긴, 유머, 개그
fact: fact, facts, trivia, interesting, did you know, random fact | 사실, 상식, 재미있는
math: math, calculate, plus, minus, times, divided, square root, multiply, subtract, sum of, percent, equation, addition, sqrt | 계산, 더하기, 빼기, 곱하기, 나누기, 수학, 퍼센트
convert_units: convert, inches, feet, meters, kilometers, miles, pounds, kilograms, cups, ounces, celsius, fahrenheit, conversion, measurement, how many | 변환, 미터, 킬로, 인치, 섭씨, 단위
definition: definition, define, meaning, what is a, word, mean, synonym, what does, term, dictionary | 정의, 뜻, 의미, 단어, 동의어, 용어
spelling: spell, spelling, spelled | 철자, 맞춤법, 스펠링
translate: translate, translation, in french, in spanish, in german, language, languages, say in, how do you say, french, spanish, japanese, italian, german, english, korean | 번역, 통역, 영어로, 프랑스어, 스페인어, 일본어, 언어, 외국어
question_who: who, who is, who was, celebrity, president, famous, born, age of, biography | 누구, 대통령, 유명인, 태어
hello: hello, hi, hey, good morning, good evening, greetings, howdy, what's up, how are you | 안녕, 반가, 잘 지내
bye: goodbye, bye, see you, later, farewell, see ya, good night, talk to you later | 잘 가, 안녕히, 다음에
thanks: thanks, thank you, appreciate, thank, grateful, thx, cheers | 감사, 고마, 고맙, 땡큐
yes: yes, yeah, yep, sure, correct, right, affirmative, true, of course, absolutely, indeed, ok, okay | 네, 예, 맞아, 그래, 응, 물론, 당연
no: no, nope, nah, negative, false, not, never, don't, no way | 아니, 아뇨, 싫어, 안 해, 절대
maybe: maybe, perhaps, might, not sure, possibly, unsure, don't know, uncertain | 아마, 글쎄, 모르겠, 어쩌면
robot: robot, bot, ai, are you real, real person, your name, who made you, siri, alexa, artificial, virtual assistant | 로봇, 봇, 인공지능, 이름이 뭐, 너는
old: old, age, birthday, born, how old | 나이, 생일, 몇 살
cat_dog: pet, pets, dog, dogs, cat, animal, puppy, animals | 반려, 강아지, 고양이, 동물, 애완
emergency: emergency, fire, flood, police, ambulance, 911, danger, rescue | 긴급, 응급, 화재, 경찰, 구급, 재난, 위기
government: government, office, ministry, city hall, public office, community center | 정부, 주민센터, 구청, 시청, 동사무소, 복지부, 공단, 기관
qualification: eligible, eligibility, qualify, criteria, requirement, conditions, qualified, who can | 자격, 대상, 조건, 요건, 기준, 대상자
low_income: low income, poverty, poor, basic living, vulnerable | 저소득, 기초생활, 수급자, 차상위, 취약, 빈곤
veteran: veteran, military, army, soldier, war | 보훈, 국가유공자, 군인, 참전, 유공자, 군
farmer: farm, farmer, agriculture, rural, fishing | 농업, 농민, 농어촌, 어업, 농촌
youth: youth, young, teenager, adolescent, teen | 청년, 청소년, 젊은
single_parent: single parent, single mother, multicultural, foster, orphan | 한부모, 미혼모, 다문화, 조손, 입양, 위탁
flip_coin: coin, flip, heads or tails, toss, dice, roll | 동전, 주사위, 던지
meal_time: cook time, how long to cook, how long to bake, cooking time | 조리시간
speed: speed, slow, fast, faster, slower, pace | 속도, 빠르, 느리
name: name, named, call me, nickname, called | 이름, 별명, 성함, 호칭
`;
