import type { Reporter, TestModule } from "vitest/node";

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** Reason → how many tests said it. */
  reasons: Map<string, number>;
}

/** Counts what happened. An error outside of a test (loading a file, setting up a suite) counts as a failure. */
export class Counting implements Reporter {
  readonly tally: Tally = { passed: 0, failed: 0, skipped: 0, reasons: new Map() };

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    for (const module of modules) this.#count(module);
    this.tally.failed += unhandled.length;
  }

  #count(module: TestModule): void {
    const failedBefore = this.tally.failed;
    for (const test of module.children.allTests()) {
      const result = test.result();
      if (result.state === "passed") this.tally.passed += 1;
      else if (result.state === "failed") this.tally.failed += 1;
      else this.#skip(result.state === "skipped" ? result.note : undefined);
    }
    for (const suite of module.children.allSuites()) this.tally.failed += suite.errors().length;
    if (!module.ok() && this.tally.failed === failedBefore) this.tally.failed += 1;
  }

  #skip(note = "no reason was given"): void {
    this.tally.skipped += 1;
    this.tally.reasons.set(note, (this.tally.reasons.get(note) ?? 0) + 1);
  }
}
