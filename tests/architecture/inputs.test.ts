import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
/** Files that may use ambient state: the entry and the command line. */
const ENTRANCES = ['server/main.ts', 'server/start.mjs', 'server/build.mjs', 'server/cli/']
const AMBIENT = /\bprocess\.env\b|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bconsole\./

function sources(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
    .map((path) => `${folder}/${path}`)
}

describe('time, chance and the environment', () => {
  it('are inputs everywhere but in main and the command line', () => {
    const offenders = ['server', 'db', 'tiles']
      .flatMap(sources)
      .filter((path) => !ENTRANCES.some((entrance) => path.startsWith(entrance)))
      .filter((path) => AMBIENT.test(withoutComments(readFileSync(join(ROOT, path), 'utf8'))))
    expect(offenders).toEqual([])
  })

  it('are found in code, not in comments, by the search', () => {
    expect(AMBIENT.test(withoutComments('const now = Date.now()'))).toBe(true)
    expect(AMBIENT.test(withoutComments('/** as `Date.now()` gives it */ const a = 1 // new Date()'))).toBe(
      false,
    )
  })
})

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '')
}
