import type { Role } from "../../../lib/domain/people/permissions.ts";
import type { Locale } from "./locale.ts";

export type SeedAgent = {
  email: string;
  name: string;
  role: Role;
  locale: Locale;
  timeZone: string;
  availability: "online" | "away" | "offline";
  capacity: number;
  /** Skill key to level, 1 to 3. */
  skills: Record<string, number>;
  queues: string[];
};

const seoul = "Asia/Seoul";

/** The people of Sanmaru. They have no passwords: the demo lets a visitor in by one click, nothing else does. */
export const shopAgents: SeedAgent[] = [
  {
    email: "jiwoo.seo@sanmaru.example",
    name: "서지우",
    role: "admin",
    locale: "ko",
    timeZone: seoul,
    availability: "offline",
    capacity: 0,
    skills: { "lang:ko": 3, "lang:en": 3, "topic:technical": 2, "level:senior": 3 },
    queues: ["general"],
  },
  {
    email: "areum.han@sanmaru.example",
    name: "한아름",
    role: "manager",
    locale: "ko",
    timeZone: seoul,
    availability: "online",
    capacity: 8,
    skills: { "lang:ko": 3, "lang:en": 2, "topic:refund": 3, "topic:billing": 3, "level:senior": 3 },
    queues: ["general", "returns", "payments"],
  },
  {
    email: "doyun.park@sanmaru.example",
    name: "박도윤",
    role: "agent",
    locale: "ko",
    timeZone: seoul,
    availability: "online",
    capacity: 12,
    skills: { "lang:ko": 3, "topic:delivery": 3, "topic:refund": 2 },
    queues: ["general", "delivery", "returns"],
  },
  {
    email: "sora.lee@sanmaru.example",
    name: "이소라",
    role: "agent",
    locale: "ko",
    timeZone: seoul,
    availability: "online",
    capacity: 10,
    skills: { "lang:ko": 3, "lang:en": 2, "topic:refund": 3, "topic:billing": 2, "topic:gear": 1 },
    queues: ["general", "returns", "payments", "gear"],
  },
  {
    email: "hana.yoon@sanmaru.example",
    name: "윤하나",
    role: "agent",
    locale: "ko",
    timeZone: seoul,
    availability: "away",
    capacity: 10,
    skills: { "lang:ko": 3, "lang:en": 3, "topic:technical": 3, "topic:billing": 1, "level:senior": 2 },
    queues: ["technical", "payments", "general"],
  },
  {
    email: "emma.clarke@sanmaru.example",
    name: "Emma Clarke",
    role: "agent",
    locale: "en",
    timeZone: "Europe/London",
    availability: "online",
    capacity: 10,
    skills: { "lang:en": 3, "topic:gear": 3, "topic:technical": 2, "topic:refund": 2 },
    queues: ["gear", "technical", "general", "returns"],
  },
  {
    email: "daniel.reyes@sanmaru.example",
    name: "Daniel Reyes",
    role: "agent",
    locale: "en",
    timeZone: "America/Los_Angeles",
    availability: "online",
    capacity: 12,
    skills: { "lang:en": 3, "lang:ko": 1, "topic:delivery": 3, "topic:billing": 3, "topic:refund": 1 },
    queues: ["delivery", "payments", "general", "returns"],
  },
];
