import {
  AlarmClock,
  AtSign,
  Bell,
  CircleCheck,
  Clock,
  Flame,
  Gauge,
  Hand,
  Hourglass,
  type LucideIcon,
  Mails,
  Settings,
  ShieldAlert,
  Sparkle,
  TimerReset,
  Trash2,
  UserRound,
  UserSearch,
  Users,
  UserX,
} from "lucide-react";
import type { Role } from "#lib/domain/people/permissions.ts";
import type { MessageKey } from "#lib/i18n/translate.ts";
import type { Shell } from "#lib/reads/shell.ts";

export interface NavItem {
  href: string;
  label: MessageKey;
  icon: LucideIcon;
  count?: keyof Shell["counts"];
  /** Wears the assistant's colour. */
  assistant?: boolean;
  roles?: readonly Role[];
}

export const allowedTo =
  (role: Role) =>
  ({ roles }: Pick<NavItem, "roles">): boolean =>
    !roles || roles.includes(role);

const managers: readonly Role[] = ["manager", "admin"];

export const inboxItems: readonly NavItem[] = [
  { href: "/inbox?view=mine", label: "shell.mine", icon: UserRound, count: "mine" },
  { href: "/inbox", label: "shell.team", icon: Users, count: "team" },
  { href: "/inbox?view=unassigned", label: "shell.unassigned", icon: UserX, count: "unassigned" },
  {
    href: "/inbox?view=unplaced",
    label: "shell.unplaced",
    icon: UserSearch,
    count: "unplaced",
    roles: managers,
  },
  { href: "/inbox?view=angry", label: "shell.angry", icon: Flame, count: "angry" },
  { href: "/inbox?view=held", label: "shell.held", icon: Hand, count: "held", assistant: true },
  { href: "/inbox?view=mentions", label: "shell.mentions", icon: AtSign, count: "mentions" },
  { href: "/notices", label: "shell.notices", icon: Bell, count: "notices" },
];

export const viewItems: readonly NavItem[] = [
  { href: "/inbox?sort=due", label: "shell.viewDue", icon: TimerReset },
  { href: "/inbox?sort=waiting", label: "shell.viewWaiting", icon: Clock },
  { href: "/inbox?status=pending", label: "shell.viewPending", icon: Hourglass },
  { href: "/inbox?status=solved", label: "shell.viewSolved", icon: CircleCheck },
  { href: "/inbox?view=answered", label: "shell.answered", icon: Sparkle, assistant: true },
  { href: "/inbox?view=snoozed", label: "shell.snoozed", icon: AlarmClock, count: "snoozed" },
  { href: "/inbox?view=spam", label: "shell.spam", icon: ShieldAlert },
  { href: "/inbox?view=trash", label: "shell.trash", icon: Trash2 },
];

export const deskItems: readonly NavItem[] = [
  { href: "/dashboard", label: "shell.dashboard", icon: Gauge, roles: managers },
  { href: "/insights", label: "shell.insights", icon: Sparkle, roles: managers },
  { href: "/mail", label: "shell.mail", icon: Mails },
  { href: "/settings", label: "shell.settings", icon: Settings, roles: managers },
];

/** Same page and same query, in any order; a ticket's address counts as its list's. */
export function isCurrent(href: string, pathname: string, query: URLSearchParams): boolean {
  const [path, own = ""] = href.split("?");
  if (path !== "/inbox") return pathname === path || pathname.startsWith(`${path}/`);
  if (pathname !== "/inbox" && !pathname.startsWith("/tickets/")) return false;
  const here = new URLSearchParams(query);
  here.delete("cursor");
  // The server sees a ticket's address already rewritten to the inbox.
  here.delete("ticket");
  const there = new URLSearchParams(own);
  here.sort();
  there.sort();
  return here.toString() === there.toString();
}
