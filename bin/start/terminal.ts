/** What the person at the terminal sees: short lines, one of which may be rewritten while it lasts. */
export interface Terminal {
  say(line: string): void;
  /** Shown in place on a terminal; elsewhere only its first and last word are. */
  progress(line: string): void;
  done(line: string): void;
}

export function createTerminal(out: NodeJS.WriteStream = process.stdout): Terminal {
  let open = false;
  const clear = () => {
    if (open) out.write("\r\u001b[2K");
    open = false;
  };
  let shown = "";
  return {
    say: (line) => {
      clear();
      out.write(`${line}\n`);
    },
    progress: (line) => {
      const beginning = line.replace(/ \d+ s$/, "");
      if (out.isTTY) {
        clear();
        out.write(line);
        open = true;
      } else if (beginning !== shown) {
        out.write(`${line}\n`);
        shown = beginning;
      }
    },
    done: (line) => {
      clear();
      out.write(`${line}\n`);
    },
  };
}
