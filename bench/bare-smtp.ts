/** The floor: smtp-server alone, which takes a mail and forgets it. */
import { SMTPServer } from "smtp-server";

const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  logger: false,
  size: 64 << 20,
  onData(stream, _session, answer) {
    stream.resume().once("end", () => answer(null, "gone"));
  },
});
server.listen(Number(process.argv[2]), "127.0.0.1");
process.once("SIGTERM", () => process.exit(0));
