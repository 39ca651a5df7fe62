import { hash } from 'node:crypto'
import type { Repositories } from '../../db/repositories.ts'

/** Something seen in an area by a link, and what became of it. */
export async function observe(
  { reportLinks, observations }: Pick<Repositories, 'reportLinks' | 'observations'>,
  areaId: number,
): Promise<void> {
  const made = { at: '2026-05-01T12:00:00.000Z', by: 'account/1', name: null }
  const link = await reportLinks.insert(
    { areaId, organisationId: null, label: 'Entrén', made },
    hash('sha256', 'link'),
  )
  const [reportId, at] = ['0'.repeat(32), '2026-05-02T12:00:00.000Z']
  const seen = {
    kind: 'darkness',
    position: { x: 674_400, y: 6_580_100 },
    seenAt: at,
    text: 'Lampan',
  } as const
  const reported = { at, by: `link/${link.id}`, name: null }
  await observations.insert({ reportId, areaId, linkId: link.id, ...seen, reported }, 1)
  const { id, revision } = (await observations.findReport(reportId))!
  await observations.change(
    id,
    revision,
    { state: 'fixed', outcome: 'Bytt' },
    { ...made, at: '2026-05-03T12:00:00.000Z' },
  )
}
