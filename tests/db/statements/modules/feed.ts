import type { TestDatabase } from '../../../support/databases.ts'
import type { StatementRecorder } from '../record-statements.ts'

export async function feed({ repositories }: TestDatabase, recorder: StatementRecorder): Promise<void> {
  const { load, poll, onNotification, loadAsOf, erasedSince } = recorder.of('feed', repositories.feed)
  const position = await load(() => {})
  await poll(position)
  await (await onNotification(() => {}))()
  await loadAsOf(position.visible, () => {})
  await erasedSince(position.visible)
}
