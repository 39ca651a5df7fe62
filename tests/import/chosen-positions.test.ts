import { describe, expect, it } from 'vitest'
import { coordinateSystem } from '../../server/engine/projection/coordinate-systems.ts'
import { createConverter } from '../../server/engine/projection/converter.ts'
import { previewCity, previewText, STUDY_AREA } from '../support/cities/preview-city.ts'

const ROWS = 24
const placeOf = (row: number) =>
  [18.0012 + (row % 6) * 0.0213, 59.3007 + Math.floor(row / 6) * 0.0109] as const
/** A table whose columns are called by nothing: northing first, in a system of choice. */
const table = (srid: number, shift = 0) =>
  `nr;tid;brott;ett;två\n${Array.from({ length: ROWS }, (_, row) => {
    const [east, north] = createConverter(coordinateSystem(srid)).forward(...placeOf(row))
    return [
      row,
      `2024-03-${String(1 + row).padStart(2, '0')}`,
      'Stöld',
      north.toFixed(1),
      (east + shift).toFixed(1),
    ]
  })
    .map((fields) => fields.join(';'))
    .join('\n')}\n`
const preview = (text: string, hints: object = {}) =>
  previewText(text, hints, previewCity({ areas: [STUDY_AREA] }))
const CHOSEN = { positionColumns: { x: 'två', y: 'ett' } }

describe('positions in columns that a person chooses', () => {
  it('are not guessed where neither names nor numbers show them', async () => {
    expect(await preview(table(3011))).toMatchObject({ mapping: null, missing: ['position'] })
  })

  it('are read in the system in which they lie in the city', async () => {
    expect(await preview(table(3011), CHOSEN)).toMatchObject({
      accepted: ROWS,
      missing: [],
      mapping: { crs: 'EPSG:3011', columns: { x: 'två', y: 'ett' } },
    })
  })

  it('are read in the system that is named too, whatever they look like', async () => {
    const named = await preview(table(3011), { ...CHOSEN, crs: 'EPSG:3011' })
    expect(named).toMatchObject({ accepted: ROWS, mapping: { crs: 'EPSG:3011' } })
  })

  it('stay chosen where no system places them: that is what is missing then', async () => {
    const result = await preview(table(3011, 4_000_000), CHOSEN)
    expect(result).toMatchObject({ missing: ['crs'], mapping: { columns: { x: 'två', y: 'ett' } } })
  })

  it('are missing where the file has no such column', async () => {
    const positionColumns = { x: 'öst', y: 'ett' }
    expect(await preview(table(3011), { positionColumns })).toMatchObject({ missing: ['position'] })
  })

  it('are called by their names, of text and of no more than two', async () => {
    await expect(preview(table(3011), { positionColumns: { x: 'två' } })).rejects.toMatchObject({
      code: 'invalid-mapping',
    })
  })
})
