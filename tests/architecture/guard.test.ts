import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')

/** Checks that belong to the guard, each with the files that may make them too. */
const QUESTIONS = [
  {
    question: 'whether a caller has a right',
    asked: /\bhas(Access|Right)\(|\brequireRight\b|'forbidden', `?This is not open to/,
    // Visibility of details and permitted steps, after the guard has admitted the caller.
    besides: [
      // Calendars and letters, which come without a session.
      'server/accounts/account-principal.ts',
      'server/digests/gather-digest.ts',
      'server/accounts/keys/key-service.ts',
      'server/accounts/sign-in/session-view.ts',
      'server/map-tiles/tile-path.ts',
      'server/operations/routes.ts',
      // One path for all kinds of papers, some of which are of cases that fewer read.
      'server/papers/paper-service.ts',
      'server/platform/access/principal.ts',
      'server/platform/access/guard.ts',
      'server/platform/access/layer-access.ts',
      'server/platform/access/rights.ts',
      // What a piece of evidence shows, and a paper cites, depends on who reads it.
      'server/evidence/cell-sets.ts',
      'server/reviews/consultations-of-area.ts',
      'server/reviews/checklist/citable.ts',
      'server/reviews/evidence/findings-of-area.ts',
      'server/reviews/review-permissions.ts',
      'server/reviews/routes.ts',
    ],
  },
  {
    question: 'whether the demo takes what is written',
    asked: /'demo-refused'/,
    besides: [
      // The codes of refusals.
      'server/engine/errors.ts',
      'server/platform/access/guard.ts',
      'server/platform/exit-code.ts',
      'server/platform/http/contract.ts',
      'server/platform/http/openapi.ts',
      // Commands on database files, which are not calls.
      'server/cli/demo.ts',
      'server/cli/restore.ts',
    ],
  },
  {
    question: 'whether the database takes writes',
    asked: /\bisMerging\b|\bunderMaintenance\(/,
    besides: [
      'server/composition/engine.ts',
      'server/composition/in-process-api.ts',
      'server/composition/web-app.ts',
      'server/import/import-service.ts',
      'server/platform/access/guard.ts',
      'server/platform/access/maintenance.ts',
      // The automatic cut, whoever calls.
      'server/units/unit-service.ts',
    ],
  },
]

const sources = readdirSync(join(ROOT, 'server'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => [`server/${path}`, readFileSync(join(ROOT, 'server', path), 'utf8')] as const)

const askers = (requested: RegExp, files: typeof sources) =>
  files.flatMap(([path, text]) => (requested.test(text) ? [path] : [])).toSorted()

describe('a check that belongs to the guard', () => {
  it.each(QUESTIONS)('is made nowhere else: $question', ({ asked: requested, besides }) => {
    expect(askers(requested, sources)).toEqual(besides.toSorted())
  })

  it.each([
    [0, "requireRight(audience, 'incidents.read')"],
    [0, "if (!hasRight(audience, 'incidents.read')) throw notFound('incident', id)"],
    [1, "if (demo) throw new DomainError('demo-refused', 'No.')"],
    [2, 'if (imports.isMerging()) throw underMaintenance()'],
  ])('is found when planted in a service: check %d in %s', (question, planted) => {
    const service = [['server/incidents/planted.ts', planted]] as const
    expect(askers(QUESTIONS[question]!.asked, [...service])).toEqual(['server/incidents/planted.ts'])
  })
})
