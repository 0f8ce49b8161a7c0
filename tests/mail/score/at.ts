import { parseEmail } from "#lib/channels/email/parse-email.ts";
import { readCases, readRaw } from "./cases.ts";
for (const c of readCases()) { if (["auto", "bounce"].includes(c.kind)) continue; const m = await parseEmail(readRaw(c.file)); if (m.autoReply && m.autoReply.kind !== "bulk") console.log(c.file, m.autoReply, m.subject); }
