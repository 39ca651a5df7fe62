import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes half a minute or more, the longest first. */
const SLOW: readonly string[] = [
  '/tests/e2e/',
  '/tests/matrix/',
  '/tests/db/embedded-engine',
  '/tests/fuzz/api',
  '/tests/import/real-files',
  '/tests/releases/attack/whole-cities',
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
