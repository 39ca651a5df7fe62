import type { CategoryGroupCode } from '../engine/snapshot/categories.ts'
import type { Register } from '../engine/disclosure/registers.ts'
import type { ShownCount } from '../engine/disclosure/rounding.ts'
import type { ReleaseRepository } from '../releases/index.ts'
import type { SurveyFigure, SurveyRepository } from '../surveys/index.ts'

/** A released figure of a place (four weeks) or a district (quarter or year). */
export interface ReleasedFigure {
  /** The series of a place or the key of a released area: another outline is another series. */
  readonly series: string
  readonly register: Register
  readonly group: CategoryGroupCode
  /** The Monday of four weeks, a quarter `2026-Q1` or a year `2025`. */
  readonly period: string
  readonly count: ShownCount
  /** When it was published. */
  readonly publishedAt: string
}

/** A share of a survey, as it may be cited. */
export type SurveyShare = Omit<SurveyFigure, 'areaId' | 'publishedOn'>

/** What may be cited of an area before everybody: released figures and surveys, the newest period first. */
export interface KnownFigures {
  readonly released: readonly ReleasedFigure[]
  readonly surveys: readonly SurveyShare[]
}

export type FiguresOf = (areaId: number) => Promise<KnownFigures>

interface Deps {
  readonly releases: Pick<ReleaseRepository, 'publishedOfPlace' | 'summaries' | 'find'>
  readonly surveys: Pick<SurveyRepository, 'list'>
  readonly areas: {
    find(id: number): { readonly kind: 'place' | 'district' } | null
    /** The districts that a place lies in; a district itself. */
    districtsOf(id: number): readonly number[]
  }
}

type DistrictFigure = ReleasedFigure & { readonly areaIds: readonly number[] }

/** Figures of places and districts that may be cited. Withdrawn releases and replaced waves are not among them. */
export function createKnownFigures({ releases, surveys, areas }: Deps): FiguresOf {
  // Contents never change, and are large: a release's district figures are read once.
  const ofRelease = new Map<number, readonly DistrictFigure[]>()
  const figuresOfRelease = async (id: number, publishedAt: string) => {
    const known = ofRelease.get(id)
    if (known !== undefined) return known
    const contents = (await releases.find(id))?.contents
    if (contents?.kind !== 'public') return []
    const idsOf = new Map(contents.areas.map(({ key, areaIds }) => [key, areaIds]))
    const figures = contents.areaFigures.map(({ area, ...figure }) => {
      return { series: area, areaIds: idsOf.get(area) ?? [], ...figure, publishedAt }
    })
    ofRelease.set(id, figures)
    return figures
  }
  const ofDistrict = async (areaId: number) => {
    const published = await releases.summaries(['published'])
    const figures: DistrictFigure[] = []
    for (const { id, kind, published: step } of published)
      if (kind === 'public' && step !== null) figures.push(...(await figuresOfRelease(id, step.at)))
    return figures.flatMap(({ areaIds, ...figure }) => (areaIds.includes(areaId) ? [figure] : []))
  }
  const ofPlace = async (areaId: number) =>
    (await releases.publishedOfPlace(areaId)).flatMap(({ contents: { series, figures }, at }) =>
      figures
        .filter(({ zone }) => zone === 'place')
        .map(({ register, group, from, count }) => {
          return { series, register, group, period: from, count, publishedAt: at }
        }),
    )
  return async (areaId) => {
    const kind = areas.find(areaId)?.kind
    const districts = areas.districtsOf(areaId)
    const released = kind === 'place' ? await ofPlace(areaId) : await ofDistrict(areaId)
    const waves = (await surveys.list()).filter((figure) => districts.includes(figure.areaId))
    return {
      released: released.toSorted((a, b) => b.period.localeCompare(a.period)),
      surveys: waves.map(shareOf).toSorted((a, b) => b.wave.localeCompare(a.wave)),
    }
  }
}

function shareOf({
  indicator,
  wave,
  group,
  percent,
  marginPercent,
  answers,
  source,
}: SurveyFigure): SurveyShare {
  return { indicator, wave, group, percent, marginPercent, answers, source }
}
