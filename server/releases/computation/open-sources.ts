import type { Zone } from '../../engine/time/zone.ts'
import { isCovered } from '../../engine/time/periods.ts'
import type { MinuteSpan } from './periods.ts'
import type { Source } from '../../engine/snapshot/source.ts'

/** Minutes of the first and the last incident of a snapshot; null when it has none. */
export type TimeSpan = { readonly fromMinute: number; readonly toMinute: number } | null

/** The sources whose figures an audience may read, and that cover a whole period. */
export function openSources(
  sources: readonly Source[],
  audience: 'public' | 'partner',
  span: MinuteSpan,
  known: TimeSpan,
  zone: Zone,
): readonly Source[] {
  return sources.filter(
    (source) => source.audiences.includes(audience) && isCovered(zone, span, [source], known),
  )
}
