import { createAreaLocator, createPartLocator } from '../../engine/disclosure/area-locator.ts'
import { type AreaParts, countPublic } from '../../engine/disclosure/count-public.ts'
import { createShelter } from '../../engine/disclosure/sheltered.ts'
import { planarPolygon } from '../../engine/geometry/planar/planar-polygon.ts'
import { polygonRegion } from '../../engine/geometry/planar/scanline-area.ts'
import type { Area, ContextFeature } from '../../engine/snapshot/features.ts'
import type { PublicContents, ReleaseArea, ReleasePeriod, StatisticalArea } from '../release.ts'
import type { CellPopulation } from '../../engine/statistics/surface-types.ts'
import { openHandle, type SnapshotHandle } from '../../platform/feed/handle.ts'
import type { EarlierDocument } from '../earlier-document.ts'
import { coverage } from './covering.ts'
import { disclosedByArea } from './earlier-disclosures.ts'
import { perceivedSafetyFigures } from './perceived-safety.ts'
import { registersBySource } from '../../engine/disclosure/registers.ts'
import { isYear, type MinuteSpan } from './periods.ts'
import { publicFigures } from './public-figures.ts'
import { releaseAreas } from './release-areas.ts'
import { statisticalAreas } from './statistical-areas.ts'
import type { Source } from '../../engine/snapshot/source.ts'
import type { SurveyFigure } from '../../surveys/index.ts'

/** Input of the worker that computes a public release; structured-cloneable. */
export interface PublicTask {
  readonly handle: SnapshotHandle
  readonly period: ReleasePeriod
  readonly span: MinuteSpan
  /** First and last day of the period, `yyyy-mm-dd`. */
  readonly days: readonly [first: string, last: string]
  readonly areas: readonly Area[]
  readonly context: readonly ContextFeature[]
  /** Sources open to the public that cover the whole period. */
  readonly sources: readonly Source[]
  /** Cells of the release's edge; null where the period has no cells, or residents and visitors are unknown. */
  readonly population: CellPopulation | null
  readonly surveys: readonly SurveyFigure[]
  readonly earlier: readonly EarlierDocument[]
}

/** Computes an unprotected public release: areas → counts → figures. */
export default function computePublic(task: PublicTask): PublicContents {
  const { segments, sourceIds } = openHandle(task.handle)
  const areas = releaseAreas(task.areas, ...task.days)
  const statistical = isYear(task.period) ? statisticalAreas(task.areas, areas, ...task.days) : []
  const registerOfSource = registersBySource(sourceIds, task.sources)
  const polygons = areas.map(({ planar }) => planarPolygon(planar))
  const covers = coverage(sourceIds, task.sources, polygons.map(polygonRegion), task.areas)
  const counts = countPublic(segments, {
    span: task.span,
    registerOfSource,
    covers,
    areas: areas.length,
    locator: createAreaLocator(polygons),
    parts: statistical.length === 0 ? null : partsOf(areas, statistical),
    population: task.population,
    isSheltered: createShelter(task.context),
  })
  const disclosed = disclosedByArea(statistical, task.span, task.earlier)
  return {
    kind: 'public',
    period: task.period,
    areas,
    ...publicFigures(
      task.period,
      areas,
      statistical,
      counts,
      { registerOfSource, covers },
      disclosed,
      task.population,
    ),
    felt: perceivedSafetyFigures(task.surveys, areas, task.days[1]),
    sources: task.sources.map(({ title, register, coversFrom, coversTo }) => ({
      title,
      register,
      coversFrom,
      coversTo,
    })),
  }
}

/** The statistical areas of each district, which are listed district by district. */
function partsOf(
  districts: readonly ReleaseArea[],
  statistical: readonly StatisticalArea[],
): readonly AreaParts[] {
  return districts.map(({ key }) => {
    const own = statistical.filter(({ district }) => district === key)
    return {
      first: statistical.findIndex(({ district }) => district === key),
      count: own.length,
      locator: createPartLocator(own.map(({ planar }) => planarPolygon(planar))),
    }
  })
}
