import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
const DECISIONS = join(ROOT, 'docs/decisions')

const documents = [
  ...markdownIn(ROOT),
  ...markdownIn(DECISIONS),
  ...markdownIn(join(ROOT, 'tiles')),
  ...markdownIn(join(ROOT, 'db/units')),
]

describe('documents', () => {
  it.each(documents)('%s links to files that exist', (document) => {
    const text = readFileSync(join(ROOT, document), 'utf8')
    const targets = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, target]) => target!)
    const ours = targets.filter((target) => !/^[a-z]+:/.test(target))
    expect(ours.filter((target) => !existsSync(join(ROOT, dirname(document), target)))).toEqual([])
  })

  it('number the decision records without a gap, date each and list all of them in the index', () => {
    const records = readdirSync(DECISIONS).filter((name) => /^\d{4}-/.test(name))
    const index = readFileSync(join(DECISIONS, 'README.md'), 'utf8')
    records.forEach((name, at) => {
      const number = String(at + 1).padStart(4, '0')
      const text = readFileSync(join(DECISIONS, name), 'utf8')
      expect(name.slice(0, 4)).toBe(number)
      expect(text).toMatch(new RegExp(`^# ${number}\\. .+\\n\\n\\d{4}-\\d\\d-\\d\\d\\n`))
      for (const part of ['**Context.**', '**Decision.**', '**Cost.**']) expect(text, name).toContain(part)
      expect(index).toContain(`(${name})`)
    })
  })
})

/** Paths from the root of the Markdown files of a folder. */
function markdownIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
  return names.map((name) => join(folder, name).slice(ROOT.length + 1))
}
