import { describe, expect, it } from 'vitest'
import { registersBySource } from '../../server/engine/disclosure/registers.ts'
import { categoryIndex } from '../../server/engine/snapshot/categories.ts'
import {
  DEFAULT_PRECISION_MASK,
  type IncidentContent,
  SETTINGS,
} from '../../server/engine/snapshot/incident.ts'
import { addCubes } from '../../server/engine/units/add-cubes.ts'
import { buildPartCube } from '../../server/engine/units/build-part-cube.ts'
import { buildUnitCube } from '../../server/engine/units/build-unit-cube.ts'
import { monthNumber } from '../../server/engine/time/months.ts'
import { createZone, fromLocal } from '../../server/engine/time/zone.ts'
import { staffDigest } from '../../server/units/staff-digest.ts'
import { makeSnapshot, PLAIN_ROW } from '../support/cities/make-snapshot.ts'

const ZONE = createZone('Europe/Stockholm')
const BLOCK = { i0: 8980, j0: 75_980, columns: 40, rows: 40 }
const CLOSED = monthNumber(2024, 12)
const at = (month: number, day: number, hour = 12) => {
  const minute = fromLocal(ZONE, 2024, month, day, hour)
  return { fromMinute: minute, toMinute: minute }
}
const row = (change: Partial<IncidentContent>): Partial<IncidentContent> => ({
  categoryIndex: categoryIndex('graffiti')!,
  ...at(3, 5),
  ...change,
})

function cubeOf(rows: readonly Partial<IncidentContent>[], edgeMetres: 50 | 200) {
  const { segments, sourceIds, layers } = makeSnapshot({ rows })
  const scale = 50 / edgeMetres
  const block = {
    edgeMetres,
    i0: Math.floor(BLOCK.i0 * scale),
    j0: Math.floor(BLOCK.j0 * scale),
    columns: BLOCK.columns,
    rows: BLOCK.rows,
  }
  const rules = {
    block,
    zone: ZONE,
    registerOfSource: registersBySource(sourceIds, layers.sources),
    precisionMask: DEFAULT_PRECISION_MASK,
  }
  return edgeMetres === 200 ? buildPartCube(segments, rules) : buildUnitCube(segments, rules)
}
const digests = (rows: readonly Partial<IncidentContent>[]) =>
  ([50, 200] as const).map((edge) => staffDigest(cubeOf(rows, edge), CLOSED))

const VIOLENCE = categoryIndex('violence')!
const ROWS = [
  row({}),
  row(at(7, 1)),
  row({ categoryIndex: VIOLENCE, ...at(2, 1) }),
  row({ categoryIndex: VIOLENCE, ...at(3, 1) }),
  row({ categoryIndex: categoryIndex('vandalism')!, ...at(7, 2) }),
]
const DISCLOSED = digests(ROWS)

describe('the digest of the sums disclosed to staff', () => {
  it.each([
    ['a dwelling', row({ settingCode: SETTINGS.indexOf('dwelling') })],
    ['what may be one', row({ categoryIndex: VIOLENCE, settingCode: SETTINGS.indexOf('unknown') })],
    ['a sensitive category', row({ categoryIndex: categoryIndex('sexual_offence')! })],
    ['a flag', row({ flags: 1 })],
  ])('does not change by %s', (_, hidden) => {
    expect(digests([...ROWS, hidden])).toEqual(DISCLOSED)
  })

  it('does not change by moves within a month, for violence within a quarter', () => {
    const [graffiti, later, one, other, vandalism] = ROWS
    expect(
      digests([{ ...graffiti, ...at(3, 7) }, later!, { ...one, ...at(3, 1) }, other!, vandalism!]),
    ).toEqual(DISCLOSED)
  })

  it('does not change when two categories of a group swap months', () => {
    const [graffiti, later, one, other, vandalism] = ROWS
    const swapped = [{ ...graffiti, ...at(7, 2) }, later!, one!, other!, { ...vandalism, ...at(3, 5) }]
    expect(digests(swapped)).toEqual(DISCLOSED)
  })

  it.each([
    ['the next month', at(4, 5)],
    ['the next cell', { xCm: PLAIN_ROW.xCm + 100_00 }],
    [
      'another category',
      { categoryIndex: categoryIndex('theft')!, settingCode: SETTINGS.indexOf('outdoor') },
    ],
  ])('changes when an incident moves to %s', (_, change) => {
    const [first, ...others] = ROWS
    expect(digests([{ ...first, ...change }, ...others])[0]).not.toBe(DISCLOSED[0])
  })

  it('changes, for parts of the week, when an incident moves to another part', () => {
    const [first, ...others] = ROWS
    expect(digests([{ ...first, ...at(3, 5, 23) }, ...others])[1]).not.toBe(DISCLOSED[1])
  })

  it('does not change by incidents of open months, quarters or years', () => {
    const year = (rows: readonly Partial<IncidentContent>[]) =>
      staffDigest(cubeOf(rows, 50), monthNumber(2024, 10))
    expect(year([...ROWS, row(at(11, 3))])).toBe(year(ROWS))
    expect(year([...ROWS, row(at(10, 3))])).not.toBe(year(ROWS))
  })

  it('is the same for a derived cube', () => {
    const early = row(at(1, 1))
    const carried = ([50, 200] as const).map((edge) =>
      staffDigest(
        addCubes([
          { cube: cubeOf([...ROWS.slice(1), early], edge), sign: 1 },
          { cube: cubeOf(ROWS.slice(0, 1), edge), sign: 1 },
          { cube: cubeOf([early], edge), sign: -1 },
        ]),
        CLOSED,
      ),
    )
    expect(carried).toEqual(DISCLOSED)
  })
})
