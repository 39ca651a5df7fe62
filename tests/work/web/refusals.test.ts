import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { workEn } from '../../../web/work/messages-en.ts'
import { workSv } from '../../../web/work/messages-sv.ts'

const SERVER = new URL('../../../server/', import.meta.url)
/** Modules whose forms say why something was not stored by the field at fault. */
const MODULES = ['measures', 'evidence', 'evaluations', 'needs', 'agreements', 'board-cases']
const REFUSED = /(?:refusedField\(\s*|field: )'(\w+)'/g

const fieldsOf = (module: string) =>
  readdirSync(new URL(`${module}/`, SERVER))
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...readFileSync(new URL(`${module}/${name}`, SERVER), 'utf8').matchAll(REFUSED)])
    .map(([, field]) => field!)

describe('what a form says when something is not stored', () => {
  it.each(MODULES)('is a sentence of its own for each field that %s refuses, in both languages', (module) => {
    const fields = new Set(fieldsOf(module))
    for (const { work } of [workSv, workEn]) {
      const known = new Set(Object.keys(work.refusals).map((key) => key.split(' ').at(-1)))
      expect([...fields].filter((field) => !known.has(field))).toEqual([])
    }
  })
})
