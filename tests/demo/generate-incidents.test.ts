import { describe, expect, it } from 'vitest'
import { sharedDemoCity } from '../support/cities/demo-city.ts'
import { generateIncidents } from '../../server/demo/generate-incidents.ts'
import { csvOfIncidents } from '../bench/generate-csv.ts'

const city = sharedDemoCity(1)

describe('incidents for benchmarks', () => {
  it('come in batches that sum to the requested count, with ids from 1', () => {
    const batches = [...generateIncidents({ city, count: 25_001, batchRows: 10_000 })]
    expect(batches.map(({ length }) => length)).toEqual([10_000, 10_000, 5001])
    expect(batches[0]!.id[0]).toBe(1)
    expect(batches[2]!.id[5000]).toBe(25_001)
    expect(batches.flatMap(({ live }) => [...live]).every((live) => live === 1)).toBe(true)
  })

  it('are the same whatever the size of the batches', () => {
    const [whole] = [...generateIncidents({ city, count: 5000 })]
    const parts = [...generateIncidents({ city, count: 5000, batchRows: 999 })]
    expect(parts.flatMap(({ xCm }) => [...xCm])).toEqual([...whole!.xCm])
    expect(parts.flatMap(({ fromMinute }) => [...fromMinute])).toEqual([...whole!.fromMinute])
  })

  it('differ by seed', () => {
    const [one] = [...generateIncidents({ city, count: 100 })]
    const [two] = [...generateIncidents({ city, count: 100, seed: 'two' })]
    expect([...one!.xCm]).not.toEqual([...two!.xCm])
  })

  it('are written as CSV with a header and one line each', () => {
    let text = ''
    for (const chunk of csvOfIncidents(generateIncidents({ city, count: 500 }))) text += chunk
    const lines = text.trimEnd().split('\n')
    expect(lines).toHaveLength(501)
    expect(lines[0]).toBe('id,easting,northing,from,to,category,precision,setting')
    expect(lines[1]).toMatch(
      /^1,(79|80)\d{4}\.\d\d,65\d{5}\.\d\d,\d{4}-\d\d-\d\dT\d\d:\d\d:00Z,.*Z,[a-z_]+,(address|street|district),[a-z_]+$/,
    )
  })
})
