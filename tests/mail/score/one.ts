import { parseEmail } from "#lib/channels/email/parse-email.ts";
import { readRaw } from "./cases.ts";
const m = await parseEmail(readRaw(process.argv[2]!));
for (const k of process.argv.slice(3)) console.log(k, (m as any)[k]);
