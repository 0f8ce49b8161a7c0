import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Command, Option } from "commander";

/**
 * `baton eval …`: what each takes is in the contract and here; how each works is in `commands/eval-<name>.ts`,
 * which exports `run(options)` and is loaded only when asked for.
 */
const evals: { name: string; about: string; options: [flags: string, about: string, required?: true][] }[] = [
  {
    name: "classify",
    about: "train the built-in classifier on one file and try it on another",
    options: [
      ["--train <file>", "JSON lines {text, label}; label null is out of scope", true],
      ["--test <file>", "the same shape", true],
      ["--labels <file>", "JSON {label: name in words}"],
      ["--precision <share>", "what the threshold must reach"],
      ["--predictions <file>", "write one row a test row"],
    ],
  },
  {
    name: "answers",
    about: "find the article that answers each question, or none",
    options: [
      ["--articles <file>", "JSON lines {id, title, body, lang}", true],
      ["--questions <file>", "JSON lines {text, articleId|null}", true],
      ["--dev <file>", "questions to choose the threshold on"],
      ["--solved <file>", "solved tickets to learn from"],
      ["--precision <share>", "what the threshold must reach"],
      ["--predictions <file>", "write one row a question"],
    ],
  },
  {
    name: "tickets",
    about: "the whole triage and gate, a ticket at a time",
    options: [
      ["--articles <file>", "JSON lines {id, title, body, lang}", true],
      ["--categories <file>", "JSON lines {id, name: {en, ko}, description?, examples?}", true],
      ["--tickets <file>", "JSON lines {id, subject?, body, lang?}", true],
      ["--train <file>", "labelled tickets"],
      ["--predictions <file>", "write the rows there"],
    ],
  },
  {
    name: "injection",
    about: "run hostile texts through the whole path and say what changed because of them",
    options: [["--attacks <file>", "JSON lines with a text each", true]],
  },
];

export function registerEvals(program: Command): void {
  const group = program.command("eval").description("measure the built-in assistant");
  for (const { name, about, options } of evals) {
    const file = join(import.meta.dirname, "commands", `eval-${name}.ts`);
    if (!existsSync(file)) continue;
    const command = group.command(name).description(about);
    for (const [flags, said, required] of options) {
      command.addOption(new Option(flags, said).makeOptionMandatory(required === true));
    }
    command.action(async (chosen) => (await import(pathToFileURL(file).href)).run(chosen));
  }
}
