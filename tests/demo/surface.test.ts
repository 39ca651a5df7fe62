import { describe, expect, it } from 'vitest'
import { compileFilter } from '../../server/engine/snapshot/compile-filter.ts'
import { cellAt, cellCentre } from '../../server/engine/lattice/lattice.ts'
import { computeSurface } from '../../server/engine/statistics/surface.ts'
import { DEMO_INCIDENTS } from '../../server/demo/city.ts'
import { sharedDemoCity } from '../support/cities/demo-city.ts'
import { inShape } from '../../server/demo/geometry/ring.ts'
import { categoriesOfGroup, type CategoryGroupCode } from '../../server/engine/snapshot/categories.ts'
import { DEFAULT_PRECISION_MASK } from '../../server/engine/snapshot/incident.ts'
import type { Exposure, IncidentFilter } from '../../server/engine/snapshot/query.ts'
import { CELL_CLASSES, type CellClass } from '../../server/engine/statistics/surface-types.ts'
import { createZone } from '../../server/engine/time/zone.ts'
import { populationAreas } from '../../server/areas/population-areas.ts'
import populationTask from '../../server/areas/population-task.ts'
import { makeSnapshot } from '../support/cities/make-snapshot.ts'

const EDGE = 200
const city = sharedDemoCity(DEMO_INCIDENTS)
const zone = createZone(city.timezone)
const areas = city.areas.map((area, k) => ({ ...area, id: k + 1, revision: 1 }))
const sources = city.sources.map((source, ordinal) => ({ ...source, ordinal }))
const snapshot = makeSnapshot({ rows: city.incidents, layers: { areas, sources } })
const population = populationTask({
  areas: populationAreas(snapshot.layers.features('areas'), null),
  edgeMetres: EDGE,
})

function surfaceOf(group: CategoryGroupCode, exposure: Exposure, period: Partial<IncidentFilter> = {}) {
  const filter: IncidentFilter = {
    categories: categoriesOfGroup(group),
    categoriesLabel: `group:${group}`,
    fromMinute: null,
    toMinute: null,
    hours: null,
    weekdays: null,
    precisionMask: DEFAULT_PRECISION_MASK,
    flags: 0,
    excludedFlags: 0,
    sources: null,
    ...period,
  }
  const compiled = compileFilter(filter, { zone, sourceIds: snapshot.sourceIds }, 'from')
  const { cells, totals } = computeSurface(snapshot.segments, compiled, population, exposure)
  const classes = new Map<string, CellClass>()
  for (let k = 0; k < cells.length; k++)
    classes.set(`${cells.i[k]},${cells.j[k]}`, CELL_CLASSES[cells.classCode[k]!]!)
  return { cells, totals, classAt: (x: number, y: number) => classes.get(keyAt(x, y)), classes }
}

function keyAt(x: number, y: number): string {
  const { i, j } = cellAt(x + 802_000, y + 6_507_000, EDGE)
  return `${i},${j}`
}

const isHot = (cellClass: CellClass | undefined) => cellClass === 'high2' || cellClass === 'high4'

describe('the hotspots of the demo city, as the product finds them', () => {
  it('are few', () => {
    for (const group of ['people', 'property', 'order', 'environment'] as const) {
      const { classes } = surfaceOf(group, 'area')
      const hot = [...classes.values()].filter(isHot).length / classes.size
      expect(hot).toBeLessThan(0.12)
    }
  })

  it('are where they were planted', () => {
    for (const { at, claims, role } of city.planted.filter(
      (spot) => spot.role === 'hot' || spot.role === 'dominated',
    )) {
      for (const { group } of claims) {
        expect(isHot(surfaceOf(group, 'area').classAt(at[0], at[1])), `${role} ${group}`).toBe(true)
      }
    }
  })

  it('never lie on the housing estate', () => {
    const estate = city.town.districts.shapes.get('smorblomshojden')!
    for (const group of ['people', 'property', 'order', 'environment'] as const) {
      const { cells, classes } = surfaceOf(group, 'area')
      for (let k = 0; k < cells.length; k++) {
        const [x, y] = cellCentre({ i: cells.i[k]!, j: cells.j[k]! }, EDGE)
        const inside = estate.some((shape) => inShape([x - 802_000, y - 6_507_000], shape))
        if (inside)
          expect(isHot(classes.get(`${cells.i[k]},${cells.j[k]}`)), `${group} ${x} ${y}`).toBe(false)
      }
    }
  })

  it('show the busy square by land and not by visitors', () => {
    const [x, y] = city.planted.find(({ role }) => role === 'busy')!.at
    expect(isHot(surfaceOf('property', 'area').classAt(x, y))).toBe(true)
    expect(isHot(surfaceOf('property', 'visitors').classAt(x, y))).toBe(false)
  })

  it('distinguish the department store by its dominance', () => {
    const { cells } = surfaceOf('property', 'area')
    const [x, y] = city.planted.find(({ role }) => role === 'dominated')!.at
    const at = Array.from(cells.i, (i, k) => `${i},${cells.j[k]}`).indexOf(keyAt(x, y))
    expect(cells.dominance[at]).toBeGreaterThan(0.25)
  })
})
