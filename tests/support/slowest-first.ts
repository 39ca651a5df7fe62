import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes half a minute or more, the longest first. */
const SLOW: readonly string[] = [
  // Builds the page and the demo city, for which other files of e2e would wait.
  '/tests/e2e/people',
  '/tests/releases/attack/whole-cities',
  '/tests/e2e/',
  '/tests/attack/',
  '/tests/matrix/',
  '/tests/db/embedded-engine',
  '/tests/fuzz/api',
  '/tests/import/real-files',
  '/tests/reviews/workflow/',
  '/tests/fault-injection/',
  '/tests/cli/server-process',
]

/** Begins with what takes longest, so that no worker stands idle while another one finishes a long file. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files)
    return others.toSorted((a, b) => rankOf(a.moduleId) - rankOf(b.moduleId))
  }
}

function rankOf(path: string): number {
  const rank = SLOW.findIndex((part) => path.includes(part))
  return rank < 0 ? SLOW.length : rank
}
