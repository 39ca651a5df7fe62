import type { Formats } from '../i18n/formats.ts'
import type { ShownCount } from './area-series.ts'
import type { ReleaseMessages } from './messages-sv.ts'

/** A released count in words; hidden ones are stated as hidden. */
export function countText(
  count: ShownCount,
  { few, notCovered, withheld }: ReleaseMessages['periods'],
  formats: Pick<Formats, 'count'>,
): string {
  if (typeof count === 'number') return formats.count(count)
  return { few, 'not-covered': notCovered, withheld }[count]
}
