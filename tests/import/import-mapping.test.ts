import { describe, expect, it } from 'vitest'
import { type ImportMappingInput, parseImportMapping } from '../../server/import/import-mapping.ts'
import { DomainError } from '../../server/engine/errors.ts'

const MIN = {
  source: 'est',
  columns: { x: 'lon', y: 'lat', occurredFrom: 'start', category: 'type' },
} satisfies ImportMappingInput

function problemsOf(input: unknown): readonly string[] {
  try {
    parseImportMapping(input)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'invalid-mapping')
      return error.problems.map(({ field }) => field)
    throw error
  }
  return []
}

describe('the import mapping', () => {
  it('needs few fields and fills in the defaults of the rest', () => {
    expect(parseImportMapping(MIN)).toMatchObject({
      timeFormat: 'iso',
      columns: { externalId: [], occurredTo: [], text: null },
      defaults: { precision: 'address', setting: 'unknown' },
      csv: { delimiter: ',', encoding: 'utf-8', decimal: '.' },
    })
  })

  it('takes one id column or several', () => {
    const idOf = (externalId: string | string[]) =>
      parseImportMapping({ ...MIN, columns: { ...MIN.columns, externalId } }).columns.externalId
    expect(idOf('id')).toEqual(['id'])
    expect(idOf(['id', 'month'])).toEqual(['id', 'month'])
  })

  it('reads an EPSG code and the URN by which GeoJSON names degrees', () => {
    expect(parseImportMapping({ ...MIN, crs: 'EPSG:3011' }).crs).toBe(3011)
    expect(parseImportMapping({ ...MIN, crs: 'urn:ogc:def:crs:OGC:1.3:CRS84' }).crs).toBe(4326)
  })

  it.each([
    ['an unknown member', { ...MIN, colour: 'red' }, 'colour'],
    ['an unknown column', { ...MIN, columns: { ...MIN.columns, colour: 'c' } }, 'columns.colour'],
    ['no time', { ...MIN, columns: { x: 'a', y: 'b', category: 'c' } }, 'columns.occurredFrom'],
    ['x without y', { ...MIN, columns: { x: 'a', occurredFrom: 't', category: 'c' } }, 'columns.y'],
    ['position beside x', { ...MIN, columns: { ...MIN.columns, position: 'p' } }, 'columns.position'],
    ['no category', { ...MIN, columns: { x: 'a', y: 'b', occurredFrom: 't' } }, 'columns.category'],
    ['an unknown category', { ...MIN, categories: { T: 'thievery' } }, 'categories.T'],
    ['an unknown flag', { ...MIN, flags: { c: 'red' } }, 'flags.c'],
    ['an unknown zone', { ...MIN, timezone: 'Europe/Atlantis' }, 'timezone'],
    ['a CRS in words', { ...MIN, crs: 'SWEREF 99' }, 'crs'],
    ['a flag of a column that none can be called', { ...MIN, flags: { '\ud800': 'hate' } }, 'flags'],
    ['a setting of what none can write', { ...MIN, settings: { '\u0000': 'outdoor' } }, 'settings'],
    ['a blank column', { ...MIN, columns: { ...MIN.columns, text: ' ' } }, 'columns.text'],
    ['a long delimiter', { ...MIN, csv: { delimiter: '||' } }, 'csv.delimiter'],
    [
      'a source without a legal basis',
      { ...MIN, source: { id: 'a', controller: 'b', purpose: 'c' } },
      'source.legalBasis',
    ],
    ['a bad id', { ...MIN, source: 'Källa 1' }, 'source'],
    ['no object', 'text', 'body'],
  ])('refuses %s by name', (_title, input, field) => {
    expect(problemsOf(input)).toContain(field)
  })

  it('takes __proto__ for a key like any other', () => {
    const input: unknown = JSON.parse(
      `{"source":"a","columns":{"x":"x","y":"y","occurredFrom":"t","category":"c"},"categories":{"__proto__":"theft"}}`,
    )
    expect(problemsOf(input)).toEqual([])
  })

  it('reports all fields that a declared source still lacks', () => {
    const mapping = { source: { id: 'est' }, columns: { occurredFrom: 'start' } }
    expect(() => parseImportMapping(mapping)).toThrow(
      'source.controller: is required; source.legalBasis: is required; source.purpose: is required',
    )
  })
})
