import type { FieldProblem } from '../engine/errors.ts'
import type { SurveyFigure } from './survey.ts'
import type { ReadFigure } from './read-survey.ts'
import type { PlanarFeature } from '../engine/snapshot/features.ts'

type Area = PlanarFeature<'areas'>

/**
 * Finds the district of each figure, by its id or its name. A name that several districts have had means the one that
 * is still valid.
 *
 * @returns the figures, and the problems of the other lines
 */
export function placeFigures(
  read: readonly ReadFigure[],
  areas: readonly Area[],
): { readonly figures: readonly SurveyFigure[]; readonly problems: readonly FieldProblem[] } {
  const districts = areas.filter(({ properties }) => properties.kind === 'district')
  const figures: SurveyFigure[] = []
  const problems: FieldProblem[] = []
  const lines = new Map<string, number>()
  for (const { area, line, ...figure } of read) {
    const problem = (rule: string) => problems.push({ field: `line ${line}`, value: area, rule })
    const found = meant(area, districts)
    if (typeof found === 'string') {
      problem(found)
      continue
    }
    const key = JSON.stringify([figure.indicator, figure.wave, found.id, figure.group])
    const earlier = lines.get(key)
    if (earlier === undefined) figures.push({ ...figure, areaId: found.id })
    else problem(`repeats line ${earlier}: the same indicator, wave, area and group`)
    lines.set(key, line)
  }
  return { figures, problems }
}

/** The district that a text refers to, or the problem. */
function meant(text: string, districts: readonly Area[]): Area | string {
  const byId = /^[1-9]\d{0,8}$/.test(text) ? districts.find(({ id }) => id === Number(text)) : undefined
  if (byId !== undefined) return byId
  const named = districts.filter(({ properties }) => properties.name === text)
  const lasting = named.filter(({ properties }) => properties.validTo === null)
  const [only, ...others] = lasting.length > 0 ? lasting : named
  if (only === undefined) return 'area must be the name or id of a district'
  return others.length > 0 ? 'area is the name of several districts: give its id' : only
}
