import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PLANTED_SPOTS } from '../../server/demo/incidents/planted.ts'

const page = readFileSync(new URL('../../EXEMPELSTAD.md', import.meta.url), 'utf8')

describe('EXEMPELSTAD.md', () => {
  it('documents every planted spot with the bounds of each of its claims, in order', () => {
    const rows = page.split('\n').filter((line) => /^\| (`|\s*\|)/.test(line))
    const documented = rows.map((row) => row.split('|').at(-2)!.trim())
    const planted = PLANTED_SPOTS.flatMap(({ claims }) =>
      claims.map(({ ratio }) => `${ratio[0]}–${ratio[1]}`),
    )
    expect(documented).toEqual(planted)
    const named = rows.flatMap((row) => row.match(/^\| `([a-z-]+)`/)?.[1] ?? [])
    expect(named).toEqual(PLANTED_SPOTS.map(({ id }) => id))
  })
})
