import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalSurfaceQuery, parseSurfaceQuery } from '../../server/hotspots/surface-query.ts'
import { CATEGORIES } from '../../server/engine/snapshot/categories.ts'
import { DomainError } from '../../server/engine/errors.ts'
import { createZone } from '../../server/engine/time/zone.ts'
import { parseIncidentFilter } from '../../server/platform/http/fields/incident-filter.ts'

const context = { timezone: 'Europe/Stockholm', zone: createZone('Europe/Stockholm') }
const parse = (params: Record<string, unknown>) => parseSurfaceQuery(params, context)
const minute = (iso: string) => Date.parse(iso) / 60_000

function problemsOf(run: () => unknown) {
  try {
    run()
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, problems: error.problems }
    throw error
  }
  throw new Error('nothing was refused')
}

describe('the query of a surface', () => {
  it('defaults to 200 m cells, starts of intervals and an even spread over land', () => {
    const query = parse({ group: 'people' })
    expect(query).toMatchObject({ edgeMetres: 200, time: 'from', exposure: 'area' })
    expect(query.filter).toMatchObject({ fromMinute: null, toMinute: null, hours: null, weekdays: null })
  })

  it('takes a bare date as local midnight, in winter and in summer', () => {
    const { filter } = parse({ group: 'order', from: '2026-01-15', to: '2026-07-15' })
    expect(filter.fromMinute).toBe(minute('2026-01-14T23:00Z'))
    expect(filter.toMinute).toBe(minute('2026-07-14T22:00Z'))
  })

  it('takes a time without offset as local and one with offset as it says', () => {
    const local = parse({ group: 'order', from: '2026-03-01T18:00' }).filter
    expect(local.fromMinute).toBe(minute('2026-03-01T17:00Z'))
    const offset = parse({ group: 'order', from: '2026-03-01T18:00-05:00' }).filter
    expect(offset.fromMinute).toBe(minute('2026-03-01T23:00Z'))
  })

  it('lists the categories of a group, and of a list each once in stable order', () => {
    const codes = (params: Record<string, unknown>) =>
      parse(params).filter.categories.map((index) => CATEGORIES[index]!.code)
    expect(codes({ group: 'environment' })).toEqual(['litter', 'lighting_fault'])
    expect(codes({ category: 'burglary,theft,burglary' })).toEqual(['theft', 'burglary'])
    expect(codes({ group: 'all' })).toHaveLength(CATEGORIES.length)
  })

  it('lets an hour window wrap midnight and drops one that is the whole day', () => {
    expect(parse({ group: 'people', hours: '22-4' }).filter.hours).toEqual({ startHour: 22, endHour: 4 })
    expect(parse({ group: 'people', hours: '22-0' }).filter.hours).toEqual({ startHour: 22, endHour: 24 })
    expect(parse({ group: 'people', hours: '0-24' }).filter.hours).toBeNull()
  })

  it('takes weekdays as a list or a range and drops a whole week', () => {
    expect(parse({ group: 'people', weekdays: '7,5-6' }).filter.weekdays).toEqual([5, 6, 7])
    expect(parse({ group: 'people', weekdays: '1-7' }).filter.weekdays).toBeNull()
  })

  it.each([
    [{}, 'group'],
    [{ group: 'people', category: 'theft' }, 'group'],
    [{ group: 'peple' }, 'group'],
    [{ category: 'theft,ghosts' }, 'category'],
    [{ group: 'people', cell: '150' }, 'cell'],
    [{ group: 'people', cell: 'auto', zoom: '12' }, 'zoom'],
    [{ group: 'people', from: '2026-02-30' }, 'from'],
    [{ group: 'people', from: 'yesterday' }, 'from'],
    [{ group: 'people', from: '2026-03-01', to: '2026-03-01' }, 'to'],
    [{ group: 'people', hours: '18-18' }, 'hours'],
    [{ group: 'people', hours: '0-0' }, 'hours'],
    [{ group: 'people', hours: '18-25' }, 'hours'],
    [{ group: 'people', weekdays: '0' }, 'weekdays'],
    [{ group: 'people', weekdays: '6-5' }, 'weekdays'],
    [{ group: 'people', precision: 'exact' }, 'precision'],
    [{ group: 'people', precision: 'address,district' }, 'precision'],
    [{ group: 'people', precision: 'municipality' }, 'precision'],
    [{ group: 'people', flags: 'adult' }, 'flags'],
    [{ group: 'people', time: 'midpoint' }, 'time'],
    [{ group: 'people', exposure: 'cars' }, 'exposure'],
    [{ group: 'people', sources: 'a b' }, 'sources'],
    [{ group: 'people', kategori: 'x' }, 'kategori'],
    [{ group: ['people', 'order'] }, 'group'],
    [JSON.parse('{"group":"people","__proto__":"x"}'), '__proto__'],
  ])('refuses %j, naming %s and its rule', (params, field) => {
    const { code, problems } = problemsOf(() => parse(params))
    expect(code).toBe('invalid-parameter')
    expect(problems.map((problem) => problem.field)).toContain(field)
    expect(problems.every(({ rule }) => rule.length > 3)).toBe(true)
  })

  it('reports a repeated parameter', () => {
    const { problems } = problemsOf(() => parse({ group: ['people', 'people'], from: ['2026-01-01', ''] }))
    expect(problems.map(({ field, rule }) => [field, rule])).toEqual([
      ['group', 'must come once'],
      ['from', 'must come once'],
    ])
  })

  it('names every offending field at once', () => {
    const { problems } = problemsOf(() => parse({ group: 'people', cell: '1', hours: 'x', weekdays: '9' }))
    expect(problems.map(({ field }) => field).sort()).toEqual(['cell', 'hours', 'weekdays'])
  })
})

const queries = fc.record(
  {
    cell: fc.constantFrom('50', '100', '200', '400', '800', 'auto'),
    from: fc.constantFrom('2024-01-01', '2024-03-31T02:30', '2024-10-27T02:30+02:00'),
    to: fc.constantFrom('2025-01-01', '2025-06-01T00:00Z'),
    hours: fc.constantFrom('18-23', '22-4', '0-24', '6-0'),
    weekdays: fc.constantFrom('1', '5,6', '6-7', '1-7'),
    precision: fc.constantFrom('address', 'place,address', 'place'),
    flags: fc.constantFrom('hate', 'child,hate'),
    sources: fc.constantFrom('b,a', 'polis-2026'),
    time: fc.constantFrom('from', 'aoristic'),
    exposure: fc.constantFrom('area', 'residents'),
  },
  { requiredKeys: [] },
)
const whose = fc.constantFrom({ group: 'people' }, { group: 'all' }, { category: 'theft,violence' })

describe('the canonical text of a query', () => {
  it('parses to the query that it stands for', () => {
    fc.assert(
      fc.property(queries, whose, (params, requested) => {
        const query = parse({ ...params, ...requested })
        const text = canonicalSurfaceQuery(query)
        const again = parse(Object.fromEntries(new URLSearchParams(text)))
        expect(again).toEqual(query)
        expect(canonicalSurfaceQuery(again)).toBe(text)
      }),
    )
  })

  it('is the same for equal queries, whatever their order and spelling', () => {
    const one = parse({ category: 'theft,violence', weekdays: '1,2,3', from: '2026-03-01' })
    const other = parse({ from: '2026-03-01T00:00+01:00', weekdays: '1-3', category: 'violence,theft' })
    expect(canonicalSurfaceQuery(one)).toBe(canonicalSurfaceQuery(other))
  })

  it('differs for queries that differ in any part', () => {
    const base = { group: 'people', cell: '100' }
    const others = [
      { ...base, cell: '200' },
      { ...base, group: 'order' },
      { ...base, from: '2026-01-01' },
      { ...base, to: '2026-01-01' },
      { ...base, hours: '1-2' },
      { ...base, weekdays: '1' },
      { ...base, precision: 'address' },
      { ...base, flags: 'hate' },
      { ...base, sources: 'a' },
      { ...base, time: 'aoristic' },
      { ...base, exposure: 'visitors' },
    ]
    const texts = new Set([base, ...others].map((params) => canonicalSurfaceQuery(parse(params))))
    expect(texts.size).toBe(others.length + 1)
  })
})

describe('the filter of incidents', () => {
  it('refuses the parameters of a surface', () => {
    const { problems } = problemsOf(() => parseIncidentFilter({ group: 'people', cell: '100' }, context))
    expect(problems[0]!.field).toBe('cell')
  })

  it('never throws anything but a refusal, whatever it is given', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (params) => {
        try {
          parseIncidentFilter(params, context)
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError)
        }
      }),
    )
  })
})
