import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isPuzzling, puzzlingNames } from './glossary.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const FOLDERS = ['server', 'db', 'web', 'tiles', 'tests']

/**
 * Names that stay: of tables, columns, fields of the API and keys of texts as they are stored, and bounds that read as one
 * word. Each with where it may stand.
 */
const ALLOWED: Readonly<Record<string, RegExp>> = {
  atLeast: /./,
  atMost: /./,
  firstAtLeast: /./,
  audit_begun: /./,
  felt: /./,
  handling: /./,
  handlings: /./,
  review_handling: /./,
  // Ids of operations, which the audit log stores.
  getReviewHandling: /^(tests\/matrix|web\/audit)\//,
  publishHandling: /^tests\/matrix\//,
  withdrawHandling: /^tests\/matrix\//,
  listHandlings: /^tests\/matrix\//,
  getHandling: /^tests\/matrix\//,
  getHandlingPage: /^tests\/matrix\//,
  getHandlingFile: /^tests\/matrix\//,
  sight_lines: /./,
  told: /^tests\/db\/roles\.test\.ts$/,
  // What a party that was consulted answered.
  answer: /^(server|web)\/reviews\//,
  answerTo: /^web\/reviews\//,
  saveAnswer: /^web\/reviews\//,
}

function allowedIn(path: string): ReadonlySet<string> {
  return new Set(Object.keys(ALLOWED).filter((name) => ALLOWED[name]!.test(path)))
}

/** Migrations keep their stored names; the glossary contains the words that it forbids. */
const EXEMPT = ['db/migrations/', 'tests/style/']

const files = execFileSync('git', ['ls-files', ...FOLDERS], { cwd: ROOT, encoding: 'utf8' })
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path) && !EXEMPT.some((folder) => path.startsWith(folder)))

describe('the glossary of names', () => {
  it('finds a forbidden word planted in an identifier, whole words alone', () => {
    const planted = 'const MOST_ROWS = 1; function askServer(thing: Shelf) { return thing.patienceMs }'
    expect(puzzlingNames(planted, new Set(['Shelf']))).toEqual([
      'MOST_ROWS',
      'askServer',
      'thing',
      'patienceMs',
    ])
    expect(
      puzzlingNames('const almost = task(sightLines), sight_lines = 2', new Set(['sight_lines'])),
    ).toEqual(['sightLines'])
  })

  it('finds a forbidden word planted in the name of a file', () => {
    expect(isPuzzling('server/platform/caller-source.ts')).toBe(true)
    expect(isPuzzling('server/platform/authenticator.ts')).toBe(false)
  })

  it('is kept by every identifier', () => {
    const found = files.flatMap((path) =>
      puzzlingNames(readFileSync(resolve(ROOT, path), 'utf8'), allowedIn(path), path.endsWith('x')).map(
        (name) => `${path}: ${name}`,
      ),
    )
    expect(found).toEqual([])
  })

  it('is kept by the name of every file', () => {
    expect(files.filter(isPuzzling)).toEqual([])
  })
})
