import { describe, expect, it } from 'vitest'
import { FLAGS } from '../../server/engine/snapshot/incident.ts'
import { lookUpColumns } from '../../server/import/column-lookup.ts'
import { parseImportMapping } from '../../server/import/import-mapping.ts'
import { createAttributeReader } from '../../server/import/read-attributes.ts'

const COLUMNS = ['lon', 'lat', 'start', 'marks', 'child']
const mapping = parseImportMapping({
  source: 'est',
  columns: { x: 'lon', y: 'lat', occurredFrom: 'start', flags: 'marks' },
  flags: { child: 'child' },
  defaults: { category: 'violence' },
})
const read = createAttributeReader(lookUpColumns(mapping, COLUMNS), mapping)
const flagsOf = (marks: string, child = '') => read(['18', '59', '2025-01-01', marks, child])

describe('a column that lists flags', () => {
  it.each([
    ['', 0],
    ['hate', FLAGS.hate],
    [' Hate;DOMESTIC ', FLAGS.hate | FLAGS.domestic],
    ['elder_crime, hate', FLAGS.elder_crime | FLAGS.hate],
    ['child|child', FLAGS.child],
  ])('%j sets the flags that it names', (marks, flags) => {
    expect(flagsOf(marks)).toMatchObject({ flags })
  })

  it('adds up with columns that each say yes or no to a flag', () => {
    expect(flagsOf('hate', 'ja')).toMatchObject({ flags: FLAGS.hate | FLAGS.child })
  })

  it.each(['theft', 'hate constructor', '2'])(
    'rejects a row by its column where %j names another',
    (marks) => {
      expect(flagsOf(marks)).toMatchObject({ reason: 'unknown-flag', column: 3 })
    },
  )
})
