import { Command, Option } from "commander";
import { registerEvals } from "./evals.ts";
import { Problem } from "./problem.ts";

const program = new Command("baton")
  .description("A helpdesk in which the assistant runs first and people finish.")
  .option("--json", "print one JSON object; lists print JSON lines")
  .showHelpAfterError("(--help shows what there is)");

const wantsJson = () => program.opts<{ json?: boolean }>().json === true;

program
  .command("start")
  .description("the whole desk: database, web, workers, inbound SMTP")
  .action(async () => (await import("./commands/start.ts")).start());

program
  .command("web")
  .description("the web application alone")
  .action(async () => (await import("./commands/web.ts")).web());

program
  .command("worker")
  .description("the background workers alone")
  .action(async () => (await import("./commands/worker.ts")).worker());

program
  .command("smtp")
  .description("the inbound SMTP server alone")
  .action(async () => (await import("./commands/smtp.ts")).smtp());

program
  .command("build")
  .description("build the screens, if their sources changed")
  .action(async () => (await import("./commands/build.ts")).build());

// Node keeps what it compiles: the roles start sooner, and without the compiler in their memory.
program
  .command("compile", { hidden: true })
  .action(async () => (await import("./commands/compile.ts")).compile());

program
  .command("migrate")
  .description("bring the database up to date")
  .action(async () => (await import("./commands/migrate.ts")).migrate({ json: wantsJson() }));

// A step of `start`, in a process of its own.
program.command("seed", { hidden: true }).action(async () => (await import("./commands/seed.ts")).seed());

program
  .command("doctor")
  .description("say what is configured, reachable and wrong, and how to mend it")
  .action(async () => (await import("./commands/doctor.ts")).doctor({ json: wantsJson() }));

const user = program.command("user").description("people at the desk");
user
  .command("add <email>")
  .description("add a person; without a password a one-time set-up link is printed")
  .addOption(new Option("--role <role>").choices(["agent", "manager", "admin"]).default("agent"))
  .option("--name <name>")
  .option("--password <password>", "at least 12 characters")
  .action(async (email, options) =>
    (await import("./commands/user-add.ts")).userAdd(email, { ...options, json: wantsJson() }),
  );

const token = program.command("token").description("access to the API");
token
  .command("create")
  .description("make an API token; the secret is printed once")
  .requiredOption("--scope <scopes>", "read, write, inbound, admin; several with commas")
  .option("--name <name>", "to recognise it by", "made on the command line")
  .action(async (options) =>
    (await import("./commands/token-create.ts")).tokenCreate({ ...options, json: wantsJson() }),
  );

const mail = program.command("mail").description("work on mail files");
mail
  .command("parse <paths...>")
  .description("one JSON line a message: what Baton reads in .eml files or directories of them")
  .action(async (paths) => (await import("./commands/mail-parse.ts")).mailParse(paths));

program
  .command("backtest")
  .description("the same gates over the desk's own solved tickets, with what the desk knew before them")
  .requiredOption("--since <date>", "tickets created from then on, such as 2026-11-01")
  .option("--category <key>", "of one category")
  .action(async (options) => (await import("./commands/backtest.ts")).run(options));

registerEvals(program);

// Also where it is most often typed: at the end.
for (const command of leaves(program)) {
  if (!command.options.some((option) => option.long === "--json")) {
    command.option("--json", "print JSON").hook("preAction", (_, acting) => {
      if (acting.opts().json) program.setOptionValue("json", true);
    });
  }
}

try {
  await program.parseAsync();
} catch (error) {
  if (!isForPeople(error)) throw error;
  console.error(error.message);
  process.exit(1);
}

/** Our own sentences, and the refusals of a verb, which are written to be shown. */
function isForPeople(error: unknown): error is Error {
  return (
    error instanceof Problem ||
    (error instanceof Error && ["ServiceError", "SettingError"].includes(error.name))
  );
}

function leaves(command: Command): Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap(leaves);
}
