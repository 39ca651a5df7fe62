import { CATEGORY_GROUPS, type CategoryGroupCode } from '../../server/engine/snapshot/categories.ts'
import { type Register, REGISTERS } from '../../server/engine/disclosure/registers.ts'

/** A series: one register's figures of one group. Series are never summed. */
export interface FigureSeries {
  readonly register: Register
  readonly group: CategoryGroupCode
}

/** The attribute that holds a series' count of an area, or its band of a cell: `police_property`. */
export function figureAttribute({ register, group }: FigureSeries): string {
  return `${register}_${group}`
}

/** The attribute that says how a series' count of an area is shown: `count`, `few`, `not-covered` or `withheld`. */
export function shownAttribute(series: FigureSeries): string {
  return `${figureAttribute(series)}_shown`
}

/** The series that some figures are of, in the order of registers and groups. */
export function seriesOf(figures: readonly FigureSeries[]): readonly FigureSeries[] {
  const present = new Set(figures.map(figureAttribute))
  return REGISTERS.flatMap((register) =>
    CATEGORY_GROUPS.map(({ code: group }) => ({ register, group })).filter((series) =>
      present.has(figureAttribute(series)),
    ),
  )
}
