import type { Score } from "#lib/domain/ratings/rating.ts";

/** One request as it went, told in minutes. What lies in the future has not happened yet. */
export type Story = {
  /** Names the story for ever: a second filling of the demo knows that it was told. */
  key: string;
  who: string;
  /** Left out: e-mail. */
  door?: "form";
  subject: string;
  body: string;
  /** A day and hour in Seoul, or minutes before now. */
  at: { daysAgo: number; hour: number } | { minutesAgo: number };
  later?: Step[];
  /** What the customer said of it in the end, if it was solved by then. */
  rating?: { after: number; score: Score; words?: string };
};

/** `after`: minutes since the request came in. */
export type Step = { after: number } & (
  | { agent: string; reply: string; status?: "open" | "pending" | "on_hold" | "solved" }
  | { agent: string; note: string }
  | { agent: string; take: true }
  | { agent: string; solve: true }
  /** Sends the assistant's draft as it stands, if there is one. */
  | { agent: string; release: true }
  | { customer: string }
  | { asksForPerson: true }
  | { confirms: true }
);

export type Person = { name: string; address: string; vip?: true };

/** Made up; the addresses are of the domains that RFC 2606 keeps for examples. */
export const people: Record<string, Person> = {
  minji: { name: "김민지", address: "minji.kim@example.com" },
  junho: { name: "이준호", address: "junho.lee@example.com" },
  seoyeon: { name: "박서연", address: "seoyeon.park@example.com", vip: true },
  hyunwoo: { name: "최현우", address: "hyunwoo.choi@example.com" },
  jia: { name: "정지아", address: "jia.jung@example.com" },
  taeyang: { name: "강태양", address: "taeyang.kang@example.com" },
  yuna: { name: "조유나", address: "yuna.cho@example.com" },
  dongmin: { name: "윤동민", address: "dongmin.yoon@example.com" },
  haeun: { name: "장하은", address: "haeun.jang@example.com" },
  sangwoo: { name: "임상우", address: "sangwoo.lim@example.com" },
  eunbi: { name: "한은비", address: "eunbi.han@example.com" },
  kyungho: { name: "오경호", address: "kyungho.oh@example.com" },
  nari: { name: "신나리", address: "nari.shin@example.com" },
  woojin: { name: "권우진", address: "woojin.kwon@example.com" },
  olivia: { name: "Olivia Bennett", address: "olivia.bennett@example.org" },
  liam: { name: "Liam O'Connor", address: "liam.oconnor@example.org" },
  priya: { name: "Priya Nair", address: "priya.nair@example.org", vip: true },
  tom: { name: "Tom Becker", address: "tom.becker@example.net" },
  sofia: { name: "Sofia Rossi", address: "sofia.rossi@example.net" },
  marcus: { name: "Marcus Lee", address: "marcus.lee@example.org" },
  hannah: { name: "Hannah Wright", address: "hannah.wright@example.org" },
  diego: { name: "Diego Alvarez", address: "diego.alvarez@example.net" },
  chloe: { name: "Chloe Martin", address: "chloe.martin@example.net" },
  noah: { name: "Noah Fischer", address: "noah.fischer@example.net" },
  aisha: { name: "Aisha Khan", address: "aisha.khan@example.org" },
  george: { name: "George Ellis", address: "george.ellis@example.org" },
  emily: { name: "Emily Zhang", address: "emily.zhang@example.org" },
  rob: { name: "Rob Hughes", address: "rob.hughes@example.org" },
};
