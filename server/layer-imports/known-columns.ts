import { problemsRefused } from '../engine/errors.ts'
import { GEOMETRY_COLUMNS } from '../formats/source-row.ts'
import type { LayerMapping } from './layer-mapping.ts'
import { DELIVERY_MESSAGES as MESSAGES } from './messages.ts'

const MAX_SHOWN = 30

/** Every column that a mapping names. */
export function namedColumns({ columns }: Pick<LayerMapping, 'columns'>): readonly string[] {
  return Object.values(columns)
    .flat()
    .filter((name) => name !== null)
}

/** @throws DomainError `invalid-mapping` that names every column that the file does not have */
export function refuseUnknownColumns({ columns: named }: LayerMapping, columns: readonly string[]): void {
  const shown = columns.slice(0, MAX_SHOWN).join(', ')
  const problems = Object.entries(named).flatMap(([field, names]) =>
    [names ?? []]
      .flat()
      .filter((name) => !columns.includes(name))
      .map((name) => {
        const { sv, en } = MESSAGES.noColumn(JSON.stringify(name), shown)
        return { field: `columns.${field}`, value: name, rule: en, sv }
      }),
  )
  if (named.x === null && named.position === null && !columns.includes(GEOMETRY_COLUMNS.x))
    problems.push({
      field: 'columns.x',
      value: '',
      rule: MESSAGES.noGeometry.en,
      sv: MESSAGES.noGeometry.sv,
    })
  if (problems.length > 0) throw problemsRefused('invalid-mapping', problems)
}
