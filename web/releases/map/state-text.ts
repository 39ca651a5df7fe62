import type { ReleaseMessages } from '../messages-sv.ts'
import type { AreaFigure } from './area-figures.ts'
import type { MapUnit } from './map-choice.ts'

/** Why an area has no number on the map, in words; empty where it has one, and where the map shows cells. */
export function stateText(
  { count, rate }: Pick<AreaFigure, 'count' | 'rate'>,
  unit: MapUnit,
  { legendFew, legendNotCovered, legendWithheld, noResidents }: ReleaseMessages['publicMap'],
): string {
  const shown = unit === 'rates' ? rate : unit === 'counts' ? count : 0
  if (typeof shown === 'number') return ''
  return {
    few: legendFew,
    'not-covered': legendNotCovered,
    withheld: legendWithheld,
    'no-residents': noResidents,
  }[shown]
}
