import { z } from "zod";
import { roles } from "#lib/domain/people/permissions.ts";
import { locales } from "#lib/i18n/locale.ts";
import { emailAddress, id, text } from "../input.ts";

export const timeZone = z
  .string()
  .max(64)
  .refine((name) => {
    try {
      new Intl.DateTimeFormat("en", { timeZone: name });
      return true;
    } catch {
      return false;
    }
  }, "unknown time zone");

export const agentFields = {
  email: emailAddress(),
  name: text(200, 1),
  role: z.enum(roles),
  locale: z.enum(locales),
  timeZone,
  capacity: z.int().min(0).max(500),
  skills: z.array(z.strictObject({ skillId: id(), level: z.int().min(1).max(3) })).max(200),
  queueIds: z.array(id()).max(200),
  /** Working hours; null is always. */
  calendarId: id().nullable(),
};
