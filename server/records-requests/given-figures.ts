import type { MultiPolygon, Polygon } from 'geojson'
import type { GivenFigure, GivenFigures } from '../releases/index.ts'
import type { WorkItem, WorkRepository } from '../work/index.ts'
import type { FigureOnRequest, RequestContent } from './contract.ts'
import type { Outline } from './counted-areas.ts'
import { GIVEN_STATES } from './enumerations.ts'

/** Requests whose figures are loaded; a city decides tens a year. */
const MAX_REQUESTS = 10_000

/** Counts that were given out, with the outlines of that day. */
export function createGivenFigures(repository: Pick<WorkRepository, 'list'>): GivenFigures {
  return {
    async givenFigures() {
      const filter = { kind: 'records-request', states: GIVEN_STATES } as const
      const requests = (await repository.list(
        filter,
        MAX_REQUESTS + 1,
      )) as readonly WorkItem<RequestContent>[]
      if (requests.length > MAX_REQUESTS)
        throw new RangeError(`More than ${MAX_REQUESTS} requests have given figures out.`)
      return requests.flatMap(({ content: { figures, outlines = [] } }) =>
        figures.map((figure) =>
          givenFigureOf(figure, outlines.find(({ areaId }) => areaId === figure.areaId)!),
        ),
      )
    },
  }
}

/** What a count implies, for the attack. */
export function givenFigureOf(
  { areaId, register, group, from, to, count, countedAs }: FigureOnRequest,
  { name, planar }: Outline,
): GivenFigure {
  return {
    name: `${name}, ${register}, ${group}, ${from} – ${to}`,
    outlineKey: `given:${areaId}:${planar}`,
    planar: JSON.parse(planar) as Polygon | MultiPolygon,
    register,
    group,
    from,
    to,
    low: countedAs === 'as-released' ? count : 0,
    high: count,
  }
}
