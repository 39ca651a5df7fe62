import { geometryOfRow } from '../formats/json/geometry-of-row.ts'
import { cornersIn } from '../formats/positions/corners-in.ts'
import { readOutlineText } from '../formats/positions/outline-text.ts'
import { type PositionMapping, positionsIn } from '../formats/positions/positions-in-rows.ts'
import type { ImportedKind } from './fields.ts'
import type { WholeFile } from './open-rows.ts'

/** A file's coordinate system shows in so many of its rows. */
const MAX_ROWS = 200

/** Pairs as they stand in a file, a sample: its points, or corners of its outlines. */
export function positionsOf(
  { columns, rows }: Pick<WholeFile, 'columns' | 'rows'>,
  mapping: PositionMapping & { readonly kind: ImportedKind },
): readonly (readonly [number, number])[] {
  const sound = rows.filter(({ fault }) => fault === null).slice(0, MAX_ROWS)
  if (mapping.kind === 'cameras') return positionsIn(sound, columns, mapping)
  const { position } = mapping.columns
  const at = position === null ? -1 : columns.indexOf(position)
  return cornersIn(
    sound.map((row) => (at < 0 ? geometryOfRow(row) : readOutlineText(row.fields[at]!)?.geometry)),
  )
}
