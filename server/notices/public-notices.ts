import { OPERATING } from '../platform/access/principal.ts'
import type { WorkItem, WorkService } from '../work/index.ts'
import type { NoticeContent, PublicNotice } from './contract.ts'
import { noticeStatus } from './rules.ts'

interface Deps {
  readonly work: Pick<WorkService, 'list'>
  /** The city's calendar day, `2026-03-12`. */
  readonly today: () => string
  /** Name of a place or district; null for other ids. */
  readonly areaName: (id: number) => string | null
  readonly reportAreas: { districtsOf(id: number): readonly number[] }
}

/** The notices that are shown today, in their public form, the newest first. */
export async function publicNotices({
  work,
  today,
  areaName,
  reportAreas,
}: Deps): Promise<readonly PublicNotice[]> {
  const stored = await work.list(OPERATING, { kind: 'notice', audience: 'public', states: ['published'] })
  return (stored as readonly WorkItem<NoticeContent>[])
    .filter(({ state, content }) => noticeStatus(state, content, today()) === 'shown')
    .map(({ id, areaId, content }) => ({
      id,
      event: content.event,
      title: content.title,
      text: content.text,
      titleEn: content.titleEn,
      textEn: content.textEn,
      agreedWith: [...content.agreedWith],
      source: content.source,
      owner: content.owner,
      area: areaName(areaId) ?? '',
      districts: reportAreas.districtsOf(areaId).flatMap((district) => areaName(district) ?? []),
      beginsOn: content.beginsOn!,
      endsOn: content.endsOn!,
      publishedAt: content.publishedAt!,
      correctedAt: content.correctedAt,
    }))
    .toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt) || b.id - a.id)
}
