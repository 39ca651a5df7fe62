import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Rooms that read files which people bring. */
const ROOMS = [
  'server/formats',
  'server/engine/projection',
  'server/import',
  'server/layer-imports',
  'server/areas',
  'server/proposals',
  'db/import',
  'db/layer-imports',
]
/** Of the caller or the database, and not of a file. */
const OTHER_CODES = ['forbidden', 'database-unavailable']

/** Refusals that are worded where they are thrown, in one language. */
function literalRefusals(text: string): readonly string[] {
  const refusals = text.matchAll(/new DomainError\(\s*'([a-z-]+)',\s*['"`]/g)
  return [...refusals].map(([, code]) => code!).filter((code) => !OTHER_CODES.includes(code))
}

describe('refusals of files', () => {
  it('are found when they are worded in one language', () => {
    expect(literalRefusals("throw new DomainError('invalid-file', 'The file is empty.')")).toEqual([
      'invalid-file',
    ])
    expect(literalRefusals("throw new DomainError('invalid-file', MESSAGES.empty)")).toEqual([])
  })

  it.each(ROOMS)('are all worded in a catalogue, in Swedish and English, in %s', (room) => {
    const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    )
    const worded = files.filter((name) => literalRefusals(readFileSync(join(room, name), 'utf8')).length > 0)
    expect([files.length > 0, worded]).toEqual([true, []])
  })
})
