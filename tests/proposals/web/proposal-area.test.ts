import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOf } from '../../../web/map/area-bounds.ts'
import { cornersOf, polygonOf } from '../../../web/proposals/corners.ts'
import { createDraft } from '../../../web/proposals/draft.ts'

const square = (west: number, south: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [west + 1, south],
      [west + 1, south + 1],
      [west, south],
    ],
  ],
})

describe('an area as corners', () => {
  it('comes back as the same polygon', () => {
    expect(polygonOf(cornersOf(square(18, 59)) ?? [])).toEqual(square(18, 59))
  })

  it('takes decimal commas and passes over empty rows', () => {
    const rows = [
      { latitude: '59,5', longitude: '18,25' },
      { latitude: '', longitude: '' },
      { latitude: '59.6', longitude: '18.25' },
      { latitude: '59.6', longitude: '18.5' },
    ]
    expect(polygonOf(rows)?.coordinates[0]?.[0]).toEqual([18.25, 59.5])
  })

  it('is no polygon with two corners or one beyond the pole', () => {
    const corner = { latitude: '59', longitude: '18' }
    expect(polygonOf([corner, corner])).toBeNull()
    expect(polygonOf([corner, corner, { latitude: '99', longitude: '18' }])).toBeNull()
  })

  it('is not offered for an area with holes', () => {
    const ring = square(18, 59).coordinates[0] ?? []
    expect(cornersOf({ type: 'Polygon', coordinates: [ring, ring] })).toBeNull()
  })

  it('has bounds', () => {
    expect(boundsOf(square(18, 59))).toEqual([18, 59, 19, 60])
  })
})

describe('a draft', () => {
  it('undoes and redoes any series of changes', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { minLength: 1 }), (steps) => {
        const draft = createDraft()
        for (const step of steps) draft.set(square(step, 10))
        for (const step of steps.toReversed()) {
          expect(draft.area.value).toEqual(square(step, 10))
          draft.undo()
        }
        expect(draft.area.value).toBeNull()
        expect(draft.canUndo.value).toBe(false)
        while (draft.canRedo.value) draft.redo()
        expect(draft.area.value).toEqual(square(steps.at(-1) ?? 0, 10))
      }),
    )
  })

  it('forgets what was undone once something else is drawn', () => {
    const draft = createDraft()
    draft.set(square(1, 1))
    draft.undo()
    draft.set(square(2, 2))
    expect(draft.canRedo.value).toBe(false)
  })
})
