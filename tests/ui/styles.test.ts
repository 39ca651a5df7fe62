import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const WEB = fileURLToPath(new URL('../../web', import.meta.url))

/** The sheets whose names reach every page; all others are modules beside their component. */
const GLOBAL_SHEETS = [
  'app/index.css',
  'observations/report/report.css',
  'ui/base.css',
  'ui/classes.css',
  'ui/font.css',
  'ui/tokens.css',
]
/** The classes that stand by name, for what every room and index.html itself uses. */
const GLOBAL_CLASSES = ['lead', 'page', 'skip-link', 'visually-hidden']

const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).toSorted()
const read = (name: string) => readFileSync(join(WEB, name), 'utf8')
const sheets = files.filter((name) => name.endsWith('.css') && !name.startsWith('documents/'))
const modules = sheets.filter((name) => name.endsWith('.module.css'))
const components = files.filter((name) => name.endsWith('.tsx'))

/** Class names in a sheet's selectors, once each, without those of others' elements. */
function classesOf(css: string): readonly string[] {
  const selectors = css.replaceAll(/\/\*[\s\S]*?\*\/|:global\([^)]*\)|"[^"]*"|:\s[^;{}]*;/g, '')
  return [...new Set([...selectors.matchAll(/\.([a-zA-Z_][\w-]*)/g)].map(([, name]) => name!))].toSorted()
}

/** Class names written out in markup: `class="a b"`, and the words between what a template puts in. */
function literalClasses(source: string): readonly string[] {
  const plain = [...source.matchAll(/(?<![\w-])class="([^"]*)"/g)].map(([, names]) => names!)
  const templates = [...source.matchAll(/(?<![\w-])class=\{`([^`]*)`\}/g)].map(([, names]) =>
    names!.replaceAll(/\$\{[^}]*\}/g, ' '),
  )
  const chosen = [...source.matchAll(/(?<![\w-])class=\{([^`}]*)\}/g)].flatMap(([, expression]) =>
    [...expression!.replaceAll(/[!=]==? '[^']*'/g, '').matchAll(/'([^']*)'/g)].map(([, names]) => names!),
  )
  return [...plain, ...templates, ...chosen].flatMap((names) => names.split(/\s+/)).filter(Boolean)
}

/** The classes that components, and what draws without one, take of each module: `area-search.module.css#box`, with who takes it. */
function takenClasses(): ReadonlyMap<string, string> {
  const taken = new Map<string, string>()
  for (const component of files.filter((name) => /\.tsx?$/.test(name))) {
    const source = read(component)
    const body = source.replaceAll(/^import .*$/gm, '')
    for (const [, alias, path] of source.matchAll(/^import (\w+) from '(.+\.module\.css)'$/gm)) {
      const sheet = relative(WEB, join(WEB, dirname(component), path!))
      for (const [, name] of body.matchAll(new RegExp(`(?<![.\\w])${alias}\\.(\\w+)`, 'g')))
        taken.set(`${sheet}#${name}`, component)
    }
  }
  return taken
}

describe('style sheets', () => {
  it('are modules beside their component, except global ones', () => {
    expect(sheets.filter((name) => !name.endsWith('.module.css'))).toEqual(GLOBAL_SHEETS)
  })

  it('have exactly the classes that components use', () => {
    const taken = takenClasses()
    const held = modules.flatMap((sheet) => classesOf(read(sheet)).map((name) => `${sheet}#${name}`))
    expect([...taken.keys()].filter((one) => !held.includes(one))).toEqual([])
    const composed = (one: string) => {
      const [sheet = '', name = ''] = one.split('#')
      return new RegExp(`composes: ${name};`).test(read(sheet))
    }
    expect(held.filter((one) => !taken.has(one) && !composed(one))).toEqual([])
  })

  it('have few global classes, and markup uses no others', () => {
    const named = GLOBAL_SHEETS.flatMap((name) => classesOf(read(name)))
    expect(named.toSorted()).toEqual(GLOBAL_CLASSES)
    for (const name of [...components, 'index.html'])
      expect([name, literalClasses(read(name)).filter((one) => !GLOBAL_CLASSES.includes(one))]).toEqual([
        name,
        [],
      ])
  })

  it('use a cascade layer in ui/ only, so that a room’s rule wins whatever the load order', () => {
    for (const sheet of modules) {
      const css = read(sheet).replaceAll(/\/\*[\s\S]*?\*\/\s*/g, '')
      const layer = sheet.startsWith('ui/') ? /^@layer ui \{\n(?: .*\n|\n)*\}\n$/ : /^(?![\s\S]*@layer)/
      expect([sheet, layer.test(css)]).toEqual([sheet, true])
    }
  })

  it('use no !important in modules', () => {
    expect(modules.filter((sheet) => read(sheet).includes('!important'))).toEqual([])
  })
})

describe('named parts of the page', () => {
  it('are those that the page’s tests use', () => {
    const names = readFileSync(new URL('../e2e/part.ts', import.meta.url), 'utf8').matchAll(
      /^ {2}\| '(.+)'$/gm,
    )
    const written = components.flatMap((name) =>
      [...read(name).matchAll(/data-part="([^"]+)"/g)].map(([, part]) => part!),
    )
    expect([...new Set(written)].toSorted()).toEqual([...names].map(([, name]) => name!).toSorted())
  })
})
