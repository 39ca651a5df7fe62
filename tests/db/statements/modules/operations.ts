import type { TestDatabase } from '../../../support/databases.ts'
import { SAMPLE_SOURCE, sampleIncident } from '../../../support/sample-rows.ts'
import { squareArea } from '../../../support/cities/release-city.ts'
import { X, Y } from '../../../support/cities/small-city.ts'
import type { StatementRecorder } from '../record-statements.ts'

const DAY_MS = 86_400_000
const NOW = Date.parse('2026-03-01T12:00:00Z')

export async function operations({ repositories }: TestDatabase, recorder: StatementRecorder): Promise<void> {
  await repositories.sources.save({ ...SAMPLE_SOURCE, retentionDays: 1 })
  const [first] = await repositories.incidents.insert([
    sampleIncident(),
    sampleIncident({ externalId: 'a-2', text: 'Vittnet' }),
  ])
  const { ping, info } = repositories
  await recorder.of('status', { ping }).ping()
  await info()
  const erasures = recorder.of('erasures', repositories.erasures)
  await erasures.eraseIncident(first!)
  const square = squareArea(0, 'place', [X, Y, 400, 400])
  const areaId = (await repositories.features.insert('areas', square)).id
  const content = { what: 'Ring Kim K' }
  const item = {
    kind: 'commitment',
    areaId,
    audience: 'parties',
    state: 'open',
    dueOn: null,
    partOf: null,
  } as const
  const step = { at: new Date(NOW).toISOString(), by: 'operator', name: null }
  const [stored] = await repositories.work.write([{ insert: { ...item, content } }], step)
  await erasures.eraseWorkText({ itemId: stored!.id, text: 'Kim K', at: step.at })
  await erasures.count(NOW)
  for (const nowMs of [NOW, NOW + 2 * DAY_MS])
    await erasures.erase({ asOfMs: nowMs, nowMs, signal: new AbortController().signal, onStep: () => {} })
  await erasures.reclaim('reuse')
  await erasures.reclaim('rewrite')
}
