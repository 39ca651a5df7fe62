import type { EvidencePeriod, EvidenceZone, Provenance } from '../evidence.ts'
import { type DraftFinding, plain } from './draft.ts'
import { monthsOf } from './month-text.ts'
import { NUMBERS } from './numbers.ts'
import { zoneName } from './zone-phrases.ts'

const HECTARE_M2 = 10_000
/** The groups counted in quarters and in years. */
const COUNTED_IN = {
  quarter: { sv: 'som våld och hot räknas på', en: 'in which violence and threats are counted' },
  year: {
    sv: 'som enskilda brottstyper och dygnsrytm räknas på',
    en: 'in which single categories and hours are counted',
  },
} as const

/** The finding on the site itself: its number of cells, or that it lies outside the study area. */
export function siteFinding(site: EvidenceZone): DraftFinding {
  const { cells = [], landM2 } = site
  if (cells.length === 0)
    return plain(
      'site',
      'coverage',
      [],
      'Platsen ligger utanför stadens undersökningsområde, där händelser inte räknas. Kan inte jämföras.',
      'The site lies outside the study area, where incidents are not counted. Cannot be compared.',
      false,
    )
  const name = zoneName(site)
  const [sv, en] = [NUMBERS.sv, NUMBERS.en].map((n) => n.ratio(landM2 / HECTARE_M2))
  const many = cells.length !== 1
  return plain(
    'site',
    'site',
    [],
    `${name.sv}: ${NUMBERS.sv.count(cells.length)} ${many ? 'rutor' : 'ruta'}, ${sv} ha.`,
    `${name.en}: ${NUMBERS.en.count(cells.length)} ${many ? 'cells' : 'cell'}, ${en} ha.`,
  )
}

/** A finding for each counted period that the sources do not cover. */
export function coverageFindings(
  periods: readonly EvidencePeriod[],
  sources: Provenance['sources'],
): readonly DraftFinding[] {
  if (sources.length === 0) {
    return [
      plain(
        'coverage',
        'coverage',
        [],
        'Ingen källa kan redovisas för platsen. Kan inte jämföras.',
        'No source can be told of for the place. Cannot be compared.',
        false,
      ),
    ]
  }
  return periods
    .filter(({ covered }) => !covered)
    .map((period) =>
      plain(
        period.per === 'month' ? 'coverage' : `coverage-${period.per}`,
        'coverage',
        [],
        `Källorna täcker inte hela ${period.per === 'month' ? 'perioden' : `${monthsOf(period, 'sv')}, ${COUNTED_IN[period.per].sv}`}. Antal för tid utan källa saknas och är inte noll.`,
        `The sources do not cover the whole ${period.per === 'month' ? 'period' : `of ${monthsOf(period, 'en')}, ${COUNTED_IN[period.per].en}`}. Counts for time without a source are missing, not zero.`,
        false,
      ),
    )
}
