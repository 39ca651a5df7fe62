import type { TestDatabase } from '../../../support/databases.ts'
import type { StatementRecorder } from '../record-statements.ts'

export async function units({ repositories }: TestDatabase, recorder: StatementRecorder): Promise<void> {
  const { add } = recorder.of('unitCuts', repositories.unitCuts)
  const { epoch, visible } = await repositories.feed.load(() => {})
  await add(
    { madeAtMs: 0, epoch, visible, version: '0123456789abcdef0123456789abcdef', discloses: true },
    '2026-11',
  )
}
