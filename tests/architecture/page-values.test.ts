import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pageSources } from '../../server/page-sources.mjs'
import { ROOT } from './cruise.ts'

describe('what the page takes of the server at run time', () => {
  it('is paths, messages and five files of rules', () => {
    const taken = new Set(valuesTakenByThePage())
    expect([...taken].filter((path) => !FOR_THE_PAGE.test(path))).toEqual([])
    expect(taken.size).toBeGreaterThan(10)
  })

  it('brings no package with it, such as the whole of zod', () => {
    for (const path of reachedFrom(valuesTakenByThePage())) {
      const imports = runTimeImports(readFileSync(join(ROOT, path), 'utf8'))
      expect([path, imports.filter((from) => !from.startsWith('.'))]).toEqual([path, []])
    }
  })

  it('is looked at when the page is to be built anew', () => {
    const sources = pageSources(ROOT)
    expect(reachedFrom(valuesTakenByThePage()).filter((path) => !sources.includes(path))).toEqual([])
  })

  it('tells an import of values from an import of types', () => {
    const text =
      "import type { A } from './a.ts'\nimport { type B, c } from './b.ts'\nexport { d } from './d.ts'\n"
    expect(runTimeImports(text)).toEqual(['./b.ts', './d.ts'])
  })
})

/** What the page may take values from. */
const FOR_THE_PAGE =
  /^server\/(.*\/(paths|messages)|accounts\/password-rules|reviews\/(decision-rules|documents\/repeated-numbers)|units\/unit-steps|engine\/time\/dayparts)\.ts$/

/** Files of the server that the page imports values from. */
function valuesTakenByThePage(): readonly string[] {
  return readdirSync(join(ROOT, 'web'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) =>
      runTimeImports(readFileSync(join(ROOT, 'web', path), 'utf8')).map((from) =>
        posix.join('web', posix.dirname(path), from),
      ),
    )
    .filter((path) => path.startsWith('server/'))
}

/** The files, and whatever they import values from in turn. */
function reachedFrom(files: readonly string[]): readonly string[] {
  const reached = new Set(files)
  for (const path of reached)
    for (const from of runTimeImports(readFileSync(join(ROOT, path), 'utf8')))
      if (from.startsWith('.')) reached.add(posix.join(posix.dirname(path), from))
  return [...reached]
}

/** What a file imports or passes on at run time; `import type` is gone by then. */
function runTimeImports(text: string): readonly string[] {
  return [...text.matchAll(/^(?:import|export)\s(?!type\b)[^;'"]*?from\s+'([^']+)'/gm)].map(
    (match) => match[1]!,
  )
}
