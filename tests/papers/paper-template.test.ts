import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPaperTemplate } from '../../server/papers/index.ts'
import { papersSv } from '../../server/papers/messages-sv.ts'
import { PAPER_KINDS, PAPER_SECTIONS } from '../../server/papers/paper.ts'

const SHIPPED = join(import.meta.dirname, '../../docs/paper-template.json')
const minutes = () => PAPER_SECTIONS.minutes.map((section) => ({ section, heading: `Om ${section}` }))

describe('the city’s template of papers', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'paper-template-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const written = (text: string) => {
    const path = join(folder, 'rubriker.json')
    writeFileSync(path, text)
    return path
  }
  const refused = async (text: string): Promise<string> => {
    const path = written(text)
    const { code, message } = await readPaperTemplate(path).then(
      () => ({ code: 'taken', message: '' }),
      (error) => error,
    )
    expect(code).toBe('invalid-setting')
    expect(message).toMatch(/^PAPER_TEMPLATE=.*rubriker\.json: [^\n]+\.$/)
    return message.split('rubriker.json: ')[1]!
  }

  it('that is shipped names every section of every paper, by its own headings', async () => {
    const template = await readPaperTemplate(SHIPPED)
    expect(Object.keys(template!)).toEqual(PAPER_KINDS)
    for (const kind of PAPER_KINDS)
      expect(template![kind]).toEqual(
        PAPER_SECTIONS[kind].map((section) => ({ section, heading: papersSv.headings[section] })),
      )
  })

  it('may name some papers only, and begin with a mark of its byte order', async () => {
    const path = written(`\uFEFF${JSON.stringify({ minutes: minutes() })}`)
    expect(await readPaperTemplate(path)).toEqual({ minutes: minutes() })
    expect(await readPaperTemplate(null)).toBeNull()
  })

  it.each<[string, unknown, RegExp]>([
    ['a paper that there is not', { novel: [] }, /^“novel” is no paper; they are situation-picture, /],
    ['a prototype', JSON.parse('{"__proto__": []}'), /^“__proto__” is no paper/],
    ['no list of sections', { minutes: { attendees: 'Vi' } }, /^minutes is no list of sections/],
    ['an entry without a section', { minutes: [{ heading: 'Vi' }] }, /^minutes: each section is written/],
    [
      'a section that there is not',
      { minutes: [{ section: 'weather', heading: 'Väder' }, ...minutes()] },
      /^minutes: “weather” is no section; they are attendees, decisions, remaining, next/,
    ],
    [
      'a section twice',
      { minutes: [...minutes(), { section: 'next', heading: 'Sedan' }] },
      /^minutes: the section “next” stands twice/,
    ],
    [
      'a section that is left out',
      { minutes: minutes().slice(1, 3) },
      /^minutes: the sections attendees, next are missing/,
    ],
    [
      'a heading of 101 characters',
      { minutes: [{ section: 'next', heading: 'x'.repeat(101) }] },
      /^minutes: the heading of “next” must be 1 to 100 characters in one line/,
    ],
    [
      'a heading in two lines',
      { minutes: [{ section: 'next', heading: 'Nästa\nmöte' }] },
      /the heading of “next”/,
    ],
    ['an empty heading', { minutes: [{ section: 'next', heading: ' ' }] }, /the heading of “next”/],
    [
      'a field that there is not',
      { minutes: [{ section: 'next', heading: 'Nästa', rubrik: 'Nästa' }] },
      /^minutes: “next” has a field “rubrik”/,
    ],
    ['a list instead of papers', [], /^is no JSON object with the headings of papers/],
  ])('is refused with %s', async (_, given, line) => {
    expect(await refused(JSON.stringify(given))).toMatch(line)
  })

  it('is refused where it is not JSON, too large, a folder, or not there', async () => {
    expect(await refused('{ "minutes": [')).toMatch(/^is not JSON \(/)
    expect(await refused(' '.repeat(256 * 1024 + 1))).toMatch(/^is larger than 256 kB/)
    await expect(readPaperTemplate(folder)).rejects.toThrow(/cannot be read/)
    await expect(readPaperTemplate(join(folder, 'none.json'))).rejects.toThrow(/there is no such file/)
  })

  it('takes a heading of 100 characters', async () => {
    const atLimit = minutes().map((entry) => ({ ...entry, heading: 'x'.repeat(100) }))
    expect(await readPaperTemplate(written(JSON.stringify({ minutes: atLimit })))).toEqual({
      minutes: atLimit,
    })
  })
})
