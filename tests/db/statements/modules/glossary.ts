import type { TestDatabase } from '../../../support/databases.ts'
import type { StatementRecorder } from '../record-statements.ts'

const TEXT = { name: 'EST', text: 'Samordning', forms: [], afterEffects: null, tools: null, notOnMap: null }
const CONTENT = { kind: 'term', retired: false, sv: TEXT, en: TEXT } as const
const CHANGED = { at: '2026-03-01T12:00:00.000Z', by: 'account/3', name: 'Åsa' }

export async function glossary({ repositories }: TestDatabase, recorder: StatementRecorder): Promise<void> {
  const { append, latest, versions } = recorder.of('glossary', repositories.glossary)
  await append({ key: 'est', revision: 1, content: CONTENT, changed: CHANGED })
  await latest()
  await versions('est')
}
