import { describe, expect, it } from 'vitest'
import type { PlaceContents, ReleaseContents } from '../../../server/releases/release.ts'
import { createZone, fromLocal } from '../../../server/engine/time/zone.ts'
import type { Snapshot } from '../../../server/engine/snapshot/types.ts'
import { OPEN_SOURCE, releaseComputerOf, repeated, squareArea } from '../../support/cities/release-city.ts'
import { rowAt, smallCity, X, Y } from '../../support/cities/small-city.ts'

const ZONE = createZone('Europe/Stockholm')
const TODAY = '2025-12-31T12:00:00Z'
const PLACE = squareArea(9, 'place', [X + 600, Y + 600, 400, 400])
const OTHER = squareArea(10, 'place', [X + 3000, Y + 600, 400, 400])
const FROM = '2024-02-19'
const DAY = '2024-02-20'

const at = (snapshot: Snapshot, today = TODAY) => releaseComputerOf(snapshot, { today })
const theft = (place: readonly [number, number], day = DAY) => rowAt({ at: place, day })

async function disclosed(
  snapshot: Snapshot,
  from = FROM,
  known: readonly ReleaseContents[] = [],
): Promise<PlaceContents> {
  return (await at(snapshot).preparePlace(9, from, known)).contents
}

function property(contents: PlaceContents, zone: 'place' | 'ring') {
  return contents.figures.find((figure) => figure.zone === zone && figure.group === 'property')?.count
}

describe('a release of a place', () => {
  it('has figures of the polygon and of the hundred metres around it, rounded like districts', async () => {
    const contents = await disclosed(
      smallCity(
        [
          ...repeated(12, theft([800, 800])),
          ...repeated(8, theft([550, 800])),
          ...repeated(50, theft([450, 800])),
          ...repeated(3, rowAt({ at: [800, 800], day: DAY, category: 'robbery' })),
        ],
        { areas: [PLACE] },
      ),
    )
    expect([property(contents, 'place'), property(contents, 'ring')]).toEqual([10, 10])
    expect(
      contents.figures.filter(({ zone }) => zone === 'place').map(({ group, count }) => [group, count]),
    ).toEqual([
      ['people', 'few'],
      ['property', 10],
      ['order', 'few'],
      ['environment', 'few'],
    ])
    expect(contents).toMatchObject({ placeId: 9, name: 'place 9', ringMetres: 100, profile: [] })
  })

  it('counts the four weeks from a Monday counted from 2018-01-01, and no others', async () => {
    const snapshot = smallCity(
      [
        ...repeated(5, theft([800, 800], '2024-02-19')),
        ...repeated(5, theft([800, 800], '2024-03-17')),
        ...repeated(50, theft([800, 800], '2024-02-18')),
        ...repeated(50, theft([800, 800], '2024-03-18')),
      ],
      { areas: [PLACE] },
    )
    expect(property(await disclosed(snapshot), 'place')).toBe(10)
    await expect(disclosed(snapshot, '2024-02-26')).rejects.toThrow(/Monday of four weeks/)
  })

  it('profiles the year that ends in its weeks by thirds of the day, of incidents whose hour is known', async () => {
    const onHour = (day: number, hour: number, lasting = 0) => {
      const fromMinute = fromLocal(ZONE, 2024, 6, day, hour)
      return { ...theft([800, 800]), fromMinute, toMinute: fromMinute + lasting }
    }
    const snapshot = smallCity(
      [
        // 2024-06-03 was a Monday, 2024-06-08 a Saturday.
        ...repeated(10, onHour(3, 6)),
        ...repeated(15, onHour(3, 21)),
        ...repeated(20, onHour(3, 5)),
        ...repeated(25, onHour(8, 14)),
        ...repeated(30, onHour(9, 23, 1440)),
        ...repeated(90, onHour(3, 6, 1441)),
      ],
      { areas: [PLACE] },
    )
    const { profile } = await disclosed(snapshot, '2024-12-23')
    const parts = profile.filter(({ group }) => group === 'property')
    expect(parts.map(({ year, days, hours, count }) => `${year} ${days} ${hours}: ${count}`)).toEqual([
      '2024 weekdays 06-14: 10',
      '2024 weekdays 14-22: 15',
      '2024 weekdays 22-06: 20',
      '2024 weekend 06-14: few',
      '2024 weekend 14-22: 25',
      '2024 weekend 22-06: 30',
    ])
  })

  it('begins a new series with a new outline, without overlap in time', async () => {
    const rows = repeated(12, theft([800, 800]))
    const before = await disclosed(smallCity(rows, { areas: [PLACE] }))
    const moved = smallCity(rows, { areas: [squareArea(9, 'place', [X + 620, Y + 600, 400, 400])] })
    await expect(disclosed(moved, FROM, [before])).rejects.toThrow(/has been told of/)
    await expect(disclosed(moved, '2024-01-22', [before])).rejects.toThrow(/series do not overlap/)
    const after = await disclosed(moved, '2024-03-18', [before])
    expect(after.series).not.toBe(before.series)
    const yearEnd = await disclosed(moved, '2024-12-23', [before, after])
    expect(yearEnd.profile).toEqual([])
  })

  it('uses sources that are open to partners and cover the place', async () => {
    const closed = smallCity([], { areas: [PLACE], sources: [{ ...OPEN_SOURCE, audiences: ['public'] }] })
    await expect(disclosed(closed)).rejects.toThrow(/open to partners/)
    const elsewhere = smallCity([], { areas: [PLACE], sources: [{ ...OPEN_SOURCE, coversAreaId: 3 }] })
    await expect(disclosed(elsewhere)).rejects.toThrow(/open to partners/)
  })

  it('excludes incidents within fifty metres of a school', async () => {
    const planar = { type: 'Point' as const, coordinates: [X + 800, Y + 800] }
    const school = { kind: 'school' as const, name: null, rank: 4, id: 1, planar }
    const rows = [...repeated(20, theft([849, 800])), ...repeated(10, theft([851, 800]))]
    expect(property(await disclosed(smallCity(rows, { areas: [PLACE] })), 'place')).toBe(30)
    expect(property(await disclosed(smallCity(rows, { areas: [PLACE], context: [school] })), 'place')).toBe(
      10,
    )
  })

  it('counts nothing of a source where it does not cover the place', async () => {
    const sources = [OPEN_SOURCE, { ...OPEN_SOURCE, id: 'guards', ordinal: 2, coversAreaId: 3 }]
    const rows = [
      ...repeated(10, theft([800, 800])),
      ...repeated(20, { ...theft([800, 800]), sourceId: 'guards' }),
    ]
    expect(property(await disclosed(smallCity(rows, { areas: [PLACE], sources })), 'place')).toBe(10)
  })

  it('waits until the weeks have been over for fourteen days', async () => {
    const snapshot = smallCity([], { areas: [PLACE] })
    await expect(at(snapshot, '2024-03-30T12:00:00Z').preparePlace(9, FROM, [])).rejects.toThrow(/14 days/)
    await expect(at(snapshot, '2024-03-31T23:00:00Z').preparePlace(9, FROM, [])).resolves.toBeDefined()
  })

  it('is not found where there is no such place', async () => {
    await expect(at(smallCity([])).preparePlace(9, FROM, [])).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the due releases of places', () => {
  const snapshot = smallCity([...repeated(12, theft([800, 800])), ...repeated(12, theft([3200, 800]))], {
    areas: [PLACE, OTHER],
  })
  const keysOf = async (today: string, known: readonly ReleaseContents[]) => {
    const due = await at(snapshot, today).prepareDuePlaces(known)
    return due.map(({ key, contents }) => [contents.placeId, key.split('/').at(-1)])
  }

  it('are the last closed four weeks of every place, jointly, then one after another', async () => {
    expect(await keysOf('2024-04-02', [])).toEqual([
      [9, FROM],
      [10, FROM],
    ])
    const first = (await at(snapshot, '2024-04-02').prepareDuePlaces([])).map(({ contents }) => contents)
    expect(await keysOf('2024-04-02', first)).toEqual([])
    expect(await keysOf('2024-06-30', first)).toEqual([
      [9, '2024-03-18'],
      [10, '2024-03-18'],
    ])
    expect(await keysOf('2024-06-30', first.slice(1))).toEqual([[10, '2024-03-18']])
  })
})
