import type { FullConfig, FullResult, Reporter, Suite } from 'playwright/types/testReporter';

/** Ends a Playwright run with the line that `npm test` adds up. What was skipped or never started counts as failed. */
export default class CountReporter implements Reporter {
  #suite: Suite | undefined;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#suite = suite;
  }

  onEnd(result: FullResult): void {
    const tests = this.#suite?.allTests() ?? [];
    const again = tests.filter((test) => test.outcome() === 'flaky');
    const passed = tests.filter((test) => test.outcome() === 'expected').length + again.length;
    const failed = tests.length - passed + (result.status === 'passed' || passed < tests.length ? 0 : 1);
    for (const test of again)
      process.stdout.write(`passed only when tried again: ${test.titlePath().slice(3).join(' › ')}\n`);
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  }

  printsToStdio(): boolean {
    return false;
  }
}
