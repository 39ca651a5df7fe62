import { describe, expect, it } from 'vitest'
import { ALL_RIGHTS } from '../../../server/platform/access/rights.ts'
import { AUDIT_KINDS } from '../../../server/platform/audit/audit.ts'
import { createHttpClient } from '../../../web/app/api/http-client.ts'
import { createAdminApi, auditAddress } from '../../../web/accounts/admin-calls.ts'
import { ADMIN_MESSAGES } from '../../../web/accounts/admin-messages.ts'

const NO_FILTER = { kind: '', actor: '', from: '', to: '' }

function keysOf(table: unknown, path = ''): readonly string[] {
  if (typeof table !== 'object' || table === null) return [`${path}:${typeof table}`]
  return Object.entries(table).flatMap(([key, value]) => keysOf(value, `${path}.${key}`))
}

describe('the messages of administration', () => {
  it('have the same keys in both languages, and one for every right and kind of event', () => {
    const { sv, en } = ADMIN_MESSAGES
    expect(keysOf(en)).toEqual(keysOf(sv))
    expect(Object.keys(sv.rights)).toEqual(ALL_RIGHTS)
    expect(new Set(Object.keys(sv.kinds))).toEqual(new Set(AUDIT_KINDS))
  })
})

describe('the address of the audit log', () => {
  it('has only the set filters, and includes the last day', () => {
    expect(auditAddress(NO_FILTER)).toBe('/api/audit?')
    const filters = { kind: 'export', actor: 'account/3', from: '2026-03-01', to: '2026-12-31' }
    expect(auditAddress(filters, { format: 'csv' })).toBe(
      '/api/audit?kind=export&actor=account%2F3&from=2026-03-01&to=2027-01-01&format=csv',
    )
  })
})

describe('the calls of administration', () => {
  it('add an organisation, or replace one', async () => {
    const sent: (readonly [string | undefined, string])[] = []
    const http = createHttpClient({
      fetch: async (path, init) => {
        sent.push([init?.method, path as string])
        return Response.json({})
      },
    })
    const api = createAdminApi(http)
    await api.saveOrganisation(null, { name: 'Handlarna', kind: 'party', areas: [] })
    await api.saveOrganisation(7, {
      name: 'Handlarna',
      kind: 'party',
      areas: [{ areaId: 4, from: null, to: null }],
    })
    expect(sent).toEqual([
      ['POST', '/api/organisations'],
      ['PUT', '/api/organisations/7'],
    ])
  })
})
