import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ENDPOINTS, PATHS } from '../../../server/app.ts'
import { json, noContent } from '../../../server/platform/http/endpoint-response.ts'
import { createSubjectOf } from '../../../server/platform/audit/audit-subject.ts'

const subjectOf = createSubjectOf(PATHS)

describe('the audit subject of a call', () => {
  it.each([
    ['/api/cameras/{id}', { id: 5 }, noContent(), 'camera/5'],
    ['/api/sources/{id}', { id: 'est-2026' }, json({}), 'source/est-2026'],
    ['/api/users/{id}/reset', { id: 7 }, json({ url: 'https://x/#secret' }), 'user/7'],
    ['/api/cameras', {}, json({ type: 'Feature', id: 9 }, {}, 201), 'camera/9'],
    ['/api/incidents', {}, json({ ids: [4] }, {}, 201), 'incident/4'],
    ['/api/incidents', {}, json({ ids: [4, 5] }, {}, 201), null],
    ['/api/check', {}, json({ id: 'x' }), null],
    ['/api/audit', {}, json({ items: [] }), null],
  ] as const)('of %s with %j is derived from path and response: %#', (path, params, response, subject) => {
    expect(subjectOf({ path }, params, response)).toBe(subject)
  })

  it('is never more than a resource’s name and id, whatever path and response contain', () => {
    const parameters = fc.dictionary(fc.constantFrom('id', 'token', 'layer'), fc.string())
    fc.assert(
      fc.property(fc.constantFrom(...ENDPOINTS), parameters, fc.jsonValue(), (endpoint, params, value) => {
        const subject = subjectOf(endpoint, params, json(value))
        expect(subject ?? 'thing/1').toMatch(/^[A-Za-z]+\/[A-Za-z0-9._-]{1,64}$/)
      }),
      { numRuns: 500 },
    )
  })
})
