import type { TestDatabase } from '../../../support/databases.ts'
import { insertDistrict } from '../../../support/cities/districts.ts'
import type { StatementRecorder } from '../record-statements.ts'

const NOW_MS = Date.parse('2026-03-01T12:00:00Z')
const LATER_MS = NOW_MS + 3_600_000
const [HASH, OTHER_HASH] = ['$argon2id$1', '$argon2id$2']
const NEWCOMER = {
  email: 'kim@exempelstad.se',
  name: 'Kim',
  role: 'partner',
  openId: null,
  createdAtMs: NOW_MS,
} as const

export async function accounts({ repositories }: TestDatabase, recorder: StatementRecorder): Promise<void> {
  const people = recorder.of('people', repositories.people)
  const district = await insertDistrict(repositories.features, 'Öster')
  const { id: organisationId } = await people.insertOrganisation({ name: 'Nämnden', placeIds: [] })
  await people.updateOrganisation(organisationId, { name: 'Nämnden', placeIds: [] })
  await people.insertOrganisation({ name: 'Polisen', placeIds: [district] }).catch(() => {})
  await people.organisations()
  await people.findOrganisation(organisationId)
  await people.areaNames([district])

  const { id } = await people.insert({ ...NEWCOMER, organisationId })
  await people.find(id)
  await people.findCredentials(NEWCOMER.email)
  await people.findCredentialsById(id)
  await people.findByOpenId({ issuer: 'https://id.example', subject: '1' })
  await people.list(0, 10)
  await people.update(id, { name: 'Kim', role: 'partner', organisationId, disabled: false })
  await people.update(id, {})
  await people.setPassword(id, HASH)
  await people.setPassword(id, OTHER_HASH, HASH)
  await people.rehash(id, OTHER_HASH, HASH)
  await people.signedIn(id, NOW_MS)
  await people.hasAdministrator()

  await sessions(id, repositories, recorder)
  await invitations(id, repositories, recorder)
  await keys(organisationId, repositories, recorder)
  await people.update(id, { disabled: true })
}

type Repositories = TestDatabase['repositories']

async function sessions(accountId: number, repositories: Repositories, recorder: StatementRecorder) {
  const sessions = recorder.of('sessions', repositories.sessions)
  const times = { createdAtMs: NOW_MS, expiresAtMs: LATER_MS }
  const id = (await sessions.insert({ accountId, passwordHash: HASH, tokenHash: 'a'.repeat(43), ...times }))!
  await sessions.find('a'.repeat(43))
  await sessions.findById(id)
  await sessions.touch(id, NOW_MS, LATER_MS)
  await sessions.holdToNow(NOW_MS, LATER_MS)
  await sessions.remove(id)
  await sessions.removeOfAccount(accountId)
  await sessions.sweep(NOW_MS, NOW_MS)
  const changes = recorder.of('accessChanges', repositories.accessChanges)
  await changes.version()
  await (await changes.onNotification(() => {}))()
}

async function invitations(accountId: number, repositories: Repositories, recorder: StatementRecorder) {
  const invitations = recorder.of('invitations', repositories.invitations)
  const link = {
    accountId,
    tokenHash: 'b'.repeat(43),
    purpose: 'reset',
    createdAtMs: NOW_MS,
    expiresAtMs: LATER_MS,
  } as const
  await invitations.put(link)
  await invitations.put(link, { unlessOpen: true })
  await invitations.find(link.tokenHash)
  await invitations.accept(link.tokenHash, HASH, NOW_MS)
  await invitations.sweep(NOW_MS)
}

async function keys(organisationId: number, repositories: Repositories, recorder: StatementRecorder) {
  const keys = recorder.of('keys', repositories.keys)
  const at = new Date(NOW_MS).toISOString()
  const { id } = await keys.insert({
    prefix: 'abcdefgh',
    sha256: 'c'.repeat(64),
    name: 'gateway',
    role: 'partner',
    scopes: ['map.read'],
    organisationId,
    createdBy: 'operator',
    createdAt: at,
    expiresAt: new Date(LATER_MS).toISOString(),
  })
  await keys.find(id)
  await keys.list()
  await keys.findByHash('c'.repeat(64))
  await keys.touch([{ id, at }])
  await keys.revoke(id, at)
}
