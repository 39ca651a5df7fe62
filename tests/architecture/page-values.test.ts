import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pageSources } from '../../server/page-build.mjs'
import { ROOT } from './cruise.ts'

describe('the values that the page imports from the server', () => {
  it('are paths, messages and nine files of rules', () => {
    const taken = new Set(valuesTakenByThePage())
    expect([...taken].filter((path) => !FOR_THE_PAGE.test(path))).toEqual([])
    expect(taken.size).toBeGreaterThan(10)
  })

  it('bring no package along, such as zod', () => {
    for (const path of reachedFrom(valuesTakenByThePage())) {
      const imports = runTimeImports(readFileSync(join(ROOT, path), 'utf8'))
      expect([path, imports.filter((from) => !from.startsWith('.'))]).toEqual([path, []])
    }
  })

  it('are all inputs of the page’s build', () => {
    const sources = pageSources(ROOT)
    expect(reachedFrom(valuesTakenByThePage()).filter((path) => !sources.includes(path))).toEqual([])
  })

  it('do not include imported types', () => {
    const text =
      "import type { A } from './a.ts'\nimport { type B, c } from './b.ts'\nexport { d } from './d.ts'\n"
    expect(runTimeImports(text)).toEqual(['./b.ts', './d.ts'])
  })
})

/** Server files that the page may import values from. */
const FOR_THE_PAGE =
  /^server\/(.*\/(paths|messages)|accounts\/password-rules|observations\/observation-kinds|platform\/personal-data\/find-personal-data|reviews\/(decision-rules|documents\/repeated-numbers)|units\/unit-steps|measures\/beyond-chance|checks\/figure-files|engine\/time\/dayparts)\.ts$/

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
