import { describe, expect, it } from 'vitest'
import { CATEGORIES } from '../../../server/engine/snapshot/categories.ts'
import { FLAGS, SETTINGS } from '../../../server/engine/snapshot/incident.ts'
import {
  CITY_SUBJECTS,
  citySubjectsOf,
  ordinaryGroupOf,
  ordinaryGroupTable,
} from '../../../server/engine/disclosure/incident-subjects.ts'
import { GROUPS } from '../../../server/engine/disclosure/scan-rows.ts'

const EVERY_FLAG = Object.values(FLAGS).reduce((bits, bit) => bits | bit, 0)

/** Every kind of incident there is: category × flags × setting. */
const KINDS = CATEGORIES.flatMap((_, category) =>
  Array.from({ length: EVERY_FLAG + 1 }, (_flag, flags) =>
    SETTINGS.map((_setting, setting) => [category, flags, setting] as const),
  ).flat(),
)

describe('the released figures that an incident counts in', () => {
  it('are never both of an area and of the city', () => {
    for (const kind of KINDS) {
      expect(ordinaryGroupOf(...kind) === null || citySubjectsOf(...kind).length === 0).toBe(true)
    }
  })

  it('are city-wide for sexual offences, flags, dwellings, and violence of unknown setting', () => {
    const namesOf = (code: string, flags: number, setting: (typeof SETTINGS)[number]) => {
      const category = CATEGORIES.findIndex((one) => one.code === code)
      return citySubjectsOf(category, flags, SETTINGS.indexOf(setting)).map(
        (subject) => CITY_SUBJECTS[subject],
      )
    }
    expect(namesOf('sexual_offence', 0, 'outdoor')).toEqual(['sexual_offence'])
    expect(namesOf('theft', FLAGS.hate | FLAGS.child, 'outdoor')).toEqual(['hate', 'child'])
    expect(namesOf('theft', 0, 'dwelling')).toEqual(['dwelling'])
    expect(namesOf('violence', 0, 'unknown')).toEqual(['violence-unknown-setting'])
    expect(namesOf('robbery', 0, 'unknown')).toEqual([])
    expect(namesOf('theft', 0, 'unknown')).toEqual([])
  })

  it('are the same from the scan table as from a single look-up', () => {
    const table = ordinaryGroupTable(GROUPS)
    for (const [category, flags, setting] of KINDS.filter(([, bits]) => bits === 0)) {
      const group = ordinaryGroupOf(category, flags, setting)
      expect(table[(category << 8) | (setting << 4)]).toBe(group === null ? -1 : GROUPS.indexOf(group))
    }
  })
})
