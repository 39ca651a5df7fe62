import { describe, expect, it } from 'vitest'
import type { CheckResponse, Evidence } from '../../server/checks/contract.ts'
import { figuresCsv, figuresGeoJson } from '../../server/checks/figure-files.ts'

const interval = { low: 1, high: 2.5 }
const count = {
  id: 'count-people-0',
  zone: 0,
  group: 'people',
  category: null,
  per: 'quarter',
  count: 7,
  interval,
  perHectare: 1.2,
  yearEarlier: null,
  ratio: null,
  ratioInterval: null,
  scaled: false,
}
const geometry = { type: 'Polygon', coordinates: [[]] }
const evidence = {
  zones: [{ zone: 0, fromMetres: 0, toMetres: 50, landM2: 58_000 }],
  periods: [
    { per: 'month', from: '2025-10-01', to: '2026-10-01' },
    { per: 'quarter', from: '2025-07-01', to: '2026-07-01' },
  ],
  counts: [count, { ...count, id: 'count-theft-0', group: null, category: 'theft', per: 'month' }],
  ranks: [{ group: 'people', status: 'ok', places: 202, more: 33, interval: { low: 0.12, high: 0.22 } }],
  cells: [{ id: 'cell-people-1-2', group: 'people', count: 40, ratio: 4.2 }],
  provenance: { query: { geometry } },
} as unknown as Evidence

describe('the figures of a check as files', () => {
  it('are rows of numbers with the period that each was counted over, the rank beside the group alone', () => {
    const [head, people, theft, end] = figuresCsv(evidence).split('\r\n')
    const columns = head!.split(',')
    const valueOf = (line: string | undefined, column: string) => line!.split(',')[columns.indexOf(column)]
    expect(people!.split(',')).toHaveLength(columns.length)
    expect(['count', 'count_low', 'period_from', 'places_with_more'].map((c) => valueOf(people, c))).toEqual([
      '7',
      '1',
      '2025-07-01',
      '33',
    ])
    expect(['category', 'period_from', 'places_with_more', 'ratio'].map((c) => valueOf(theft, c))).toEqual([
      'theft',
      '2025-10-01',
      '',
      '',
    ])
    expect(end).toBe('')
  })

  it('are the area, its cells by zone, and the compared cells with their figures', () => {
    const cell = { type: 'Feature', geometry }
    const { features } = figuresGeoJson({
      evidence,
      cells: { type: 'FeatureCollection', features: [{ ...cell, properties: { zone: 1 } }] },
      touchedCells: {
        type: 'FeatureCollection',
        features: [{ ...cell, properties: { id: 'cell-people-1-2' } }],
      },
    } as unknown as CheckResponse)
    expect(features.map(({ properties }) => properties)).toEqual([
      { kind: 'area' },
      { kind: 'counted-cell', zone: 1 },
      { kind: 'compared-cell', id: 'cell-people-1-2', group: 'people', count: 40, ratio: 4.2 },
    ])
  })
})
