import type { output } from 'zod'
import { pathTo } from '../../server/platform/http/paths.ts'
import { ACCOUNT_PATHS } from '../../server/accounts/paths.ts'
import { AREA_PATHS } from '../../server/areas/paths.ts'
import { AUDIT_PATHS } from '../../server/platform/audit/paths.ts'
import type {
  linkOutput,
  organisationOutput,
  userOutput,
  AccountRole,
} from '../../server/accounts/people/contract.ts'
import type { ApiKey } from '../../server/accounts/keys/contract.ts'
import type { Right } from '../../server/accounts/sign-in/contract.ts'
import type { StoredAuditEvent } from '../../server/platform/audit/contract.ts'
import type { HttpClient } from '../app/api/http-client.ts'

export type User = output<typeof userOutput>
export type OneTimeLink = output<typeof linkOutput>

export type Organisation = output<typeof organisationOutput>
export type AnsweredArea = Organisation['areas'][number]

/** A place or district that an organisation may answer for. */
export interface AnswerableArea {
  readonly id: number
  readonly name: string
  readonly kind: 'place' | 'district'
}

export interface KeyList {
  readonly items: readonly ApiKey[]
  /** The scopes that a key of each role may have. */
  readonly scopesByRole: readonly { readonly role: AccountRole; readonly scopes: readonly Right[] }[]
}

export interface KeyDraft {
  readonly name: string
  readonly role: AccountRole
  readonly scopes: readonly Right[]
  readonly organisationId: number | null
  readonly days: number
}

export interface AuditPage {
  readonly items: readonly StoredAuditEvent[]
  readonly next: string | null
}

/** Filters of the audit log; an empty text means no filter. */
export interface AuditFilters {
  readonly kind: string
  readonly actor: string
  readonly from: string
  readonly to: string
}

type PersonDraft = Pick<User, 'name' | 'role' | 'organisationId'>

/** The calls of the administrators' page. Each throws RequestFailed. */
export interface AdminApi {
  users(signal?: AbortSignal): Promise<readonly User[]>
  invite(draft: PersonDraft & { readonly email: string }): Promise<OneTimeLink>
  changeUser(id: number, change: Partial<PersonDraft & { readonly disabled: boolean }>): Promise<User>
  resetLink(id: number): Promise<OneTimeLink>
  organisations(signal?: AbortSignal): Promise<readonly Organisation[]>
  /** Adds an organisation, or replaces the one with this id. */
  saveOrganisation(
    id: number | null,
    draft: Pick<Organisation, 'name' | 'kind' | 'areas'>,
  ): Promise<Organisation>
  /** Those that still are. */
  areas(signal?: AbortSignal): Promise<readonly AnswerableArea[]>
  keys(signal?: AbortSignal): Promise<KeyList>
  makeKey(draft: KeyDraft): Promise<ApiKey & { readonly token: string }>
  revokeKey(id: number): Promise<ApiKey>
  auditLog(filters: AuditFilters, cursor: string | null, signal?: AbortSignal): Promise<AuditPage>
}

const MAX = 1000

/** Creates the calls on an HTTP client. */
export function createAdminApi({ get, send }: HttpClient): AdminApi {
  const items = async <T>(path: string, signal?: AbortSignal) =>
    (await get<{ readonly items: readonly T[] }>(path, signal)).items
  return {
    users: (signal) => items(`${ACCOUNT_PATHS.users}?limit=${MAX}`, signal),
    invite: async (draft) =>
      (await send<{ readonly invitation: OneTimeLink }>('POST', ACCOUNT_PATHS.users, draft)).invitation,
    changeUser: (id, change) => send('PATCH', pathTo(ACCOUNT_PATHS.user, { id }), change),
    resetLink: (id) => send('POST', pathTo(ACCOUNT_PATHS.userReset, { id })),
    organisations: (signal) => items(ACCOUNT_PATHS.organisations, signal),
    saveOrganisation: (id, draft) =>
      id === null
        ? send('POST', ACCOUNT_PATHS.organisations, draft)
        : send('PUT', pathTo(ACCOUNT_PATHS.organisation, { id }), draft),
    areas: async (signal) => {
      const ofKind = async (kind: AnswerableArea['kind']) => {
        const { features } = await get<AreaFeatures>(`${AREA_PATHS.areas}?kind=${kind}&limit=${MAX}`, signal)
        const valid = features.filter(({ properties }) => properties.validTo === null)
        return valid.map(({ id, properties }) => ({ id, name: properties.name, kind }))
      }
      return [...(await ofKind('district')), ...(await ofKind('place'))]
    },
    keys: (signal) => get(ACCOUNT_PATHS.keys, signal),
    makeKey: (draft) => send('POST', ACCOUNT_PATHS.keys, draft),
    revokeKey: (id) => send('DELETE', pathTo(ACCOUNT_PATHS.key, { id })),
    auditLog: (filters, cursor, signal) =>
      get(auditAddress(filters, cursor === null ? {} : { cursor }), signal),
  }
}

interface AreaFeatures {
  readonly features: readonly {
    readonly id: number
    readonly properties: { readonly name: string; readonly validTo: string | null }
  }[]
}

/** The address of the audit log with the filters; `to` is the last day that is included. */
export function auditAddress(filters: AuditFilters, more: Readonly<Record<string, string>> = {}): string {
  const { to, ...rest } = filters
  const requested = { ...rest, to: to === '' ? '' : dayAfter(to), ...more }
  const params = new URLSearchParams(Object.entries(requested).filter(([, value]) => value !== ''))
  return `${AUDIT_PATHS.audit}?${params}`
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
