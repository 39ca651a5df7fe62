import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checklistOf, CURRENT_CHECKLIST, questionsOf } from '../../../server/reviews/checklist/checklist.ts'
import { filedChecklist } from '../../../server/reviews/checklist/filed-checklist.ts'

const FOLDER = 'server/reviews/checklist'
/** SHA-256 of each version, which stays as it is once reviews have it. */
const VERSIONS: Readonly<Record<string, string>> = {
  'botryggt2030-1': '755d140c850dffcc675c3f7da896c937564975ce6938be6f75eb211157504b8d',
}

describe('the versions of the checklist', () => {
  it('are the files next to the code, unchanged, the current one among them', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))
    const hashes = Object.fromEntries(
      files.map((name) => [name.slice(0, -5), hash('sha256', readFileSync(join(FOLDER, name), 'utf8'))]),
    )
    expect(hashes).toEqual(VERSIONS)
    expect(files.map((name) => checklistOf(name.slice(0, -5))?.version)).toEqual(Object.keys(VERSIONS))
    expect(VERSIONS).toHaveProperty(CURRENT_CHECKLIST.version)
  })

  it('hold the nine aspects of BoTryggt2030, with a few questions each in both languages', () => {
    const { aspects } = CURRENT_CHECKLIST
    expect(aspects.map(({ id }) => id)).toEqual([
      'design',
      'functions',
      'people',
      'clarity',
      'social-control',
      'lighting',
      'shell-protection',
      'management',
      'information',
    ])
    for (const { questions } of aspects) expect([2, 3]).toContain(questions.length)
    const questions = questionsOf(CURRENT_CHECKLIST)
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
    for (const { sv, en } of questions) {
      expect(sv).toMatch(/\?$/)
      expect(en).toMatch(/\?$/)
      expect(sv).not.toBe(en)
    }
  })

  it('are filed with the questions in words, without what responses rest on', () => {
    const filled = {
      version: CURRENT_CHECKLIST.version,
      responses: {
        'lighting-1': {
          response: 'partly' as const,
          text: 'Gångtunneln är mörk.',
          restsOn: [{ kind: 'finding' as const, id: 'change/violence' }],
        },
      },
    }
    const filed = filedChecklist(filled)!
    expect(filed.aspects).toHaveLength(1)
    expect(filed.aspects[0]).toMatchObject({
      name: { sv: 'Belysning', en: 'Lighting' },
      questions: [{ response: 'partly', text: 'Gångtunneln är mörk.' }],
    })
    expect(JSON.stringify(filed)).not.toContain('change/violence')
    expect(filedChecklist({ ...filled, responses: {} })).toBeNull()
    expect(filedChecklist(null)).toBeNull()
  })
})
