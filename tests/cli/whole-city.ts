import { hash } from 'node:crypto'
import { openDatabase } from '../../db/client.ts'
import type { DirectSession } from '../../server/cli/session.ts'
import { chooseCity } from '../../server/config/city.ts'
import type { Config } from '../../server/config/config.ts'
import { type Principal, OPERATING } from '../../server/platform/access/principal.ts'
import { SILENT } from '../../server/platform/log.ts'
import type { ReleaseFile } from '../../server/releases/release.ts'
import { createPublicTree } from '../../server/public-site/public-tree.ts'
import { createReleaseStore } from '../../server/public-site/release-store.ts'
import { createPasswordHasher } from '../../server/accounts/sign-in/password-hasher.ts'
import { writeBoardWork } from '../support/board-work.ts'
import { quarterContents } from '../support/release-fixture.ts'
import { LOCKING } from '../support/review-steps.ts'
import { observe } from './observe.ts'

export const PASSWORD = 'sju sjösjuka sjömän sköts'
/** What a restore may change: sessions end, the feed begins anew, and the trail tells of it. */
const OTHERWISE = new Set([
  'session',
  'invitation',
  'access_change',
  'city',
  'layer_change',
  'erasure_mark',
  'audit_event',
])
/** What a city keeps at least, each filled by one of the functions that fill it. */
export const FILLED = [
  'api_key',
  'app_user',
  'area',
  'incident',
  'incident_revision',
  'observation',
  'observation_revision',
  'observation_text',
  'proposal',
  'release',
  'release_file',
  'report_link',
  'review_event',
  'review_evidence',
  'review_handling',
  'review_seal',
  'source',
  'layer_import',
  'layer_import_change',
  'survey_figure',
  'work_item',
  'work_item_revision',
]
const ANOTHER: Principal = {
  ...OPERATING,
  actor: { kind: 'account', accountId: 2, sessionId: 1, name: 'Åsa', organisationId: null },
}
const PERIOD = { fromMinute: null, toMinute: null, ringMetres: null, edgeMetres: null }
const square = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [674_300, 6_580_050],
      [674_500, 6_580_050],
      [674_500, 6_580_250],
      [674_300, 6_580_250],
      [674_300, 6_580_050],
    ],
  ],
}
const file = (path: string, text: string): ReleaseFile => {
  const bytes = Buffer.from(text)
  return { path, bytes, sha256: hash('sha256', bytes) }
}
const step = (minute: number) => ({
  by: `account/${1 + (minute % 2)}`,
  name: 'Åsa',
  at: `2026-06-01T12:0${minute}:00.000Z`,
})

const CAMERA_K1 = {
  key: 'K1',
  contentHash: hash('sha256', 'K1'),
  planar: { type: 'Point' as const, coordinates: [674_400, 6_580_100] },
  properties: {
    name: 'Torget',
    operator: 'Staden',
    purpose: 'Trygghet',
    contact: null,
    directionDegrees: null,
    viewDegrees: null,
    rangeMetres: null,
    status: 'active' as const,
    hours: null,
    retentionDays: null,
    legalBasis: null,
    balancingReference: null,
    balancingSummary: null,
  },
}
const NO_CHANGES = { revised: [], closed: [], unchanged: 0, absent: [], overwritten: [], removed: 0 } as const

/** What else a city keeps: an account that can sign in, a key, a survey, releases, and a locked review. */
export async function fillWhole({ storage, engine }: DirectSession): Promise<void> {
  const { people, keys, surveys, releases, features } = storage.repositories
  await people.setPassword(1, await createPasswordHasher().hash(PASSWORD))
  const at = '2026-06-01T12:00:00.000Z'
  await keys.insert({
    prefix: 'abcdefgh',
    sha256: hash('sha256', 'key'),
    name: 'import',
    role: 'analyst',
    scopes: ['sources.read'],
    organisationId: null,
    createdBy: 'operator',
    createdAt: at,
    expiresAt: '2026-12-01T12:00:00.000Z',
  })
  const area = {
    kind: 'district',
    name: 'Söder',
    validFrom: null,
    validTo: null,
    residents: 2500,
    visitors: null,
  } as const
  const exposure = { exposureSource: 'SCB', derived: false }
  const district = await features.insert('areas', { planar: square, properties: { ...area, ...exposure } })
  await observe(storage.repositories, district.id)
  await writeBoardWork(storage.repositories, district.id, 'Torget')
  const figure = { indicator: 'safe-outdoors-at-night', wave: '2025', group: 'all', percent: 71.5 }
  const requested = {
    marginPercent: 2.5,
    answers: 400,
    source: 'Trygghetsmätningen',
    publishedOn: '2025-12-01',
  }
  await surveys.replaceWaves([{ ...figure, ...requested, areaId: district.id }])
  await storage.repositories.layerImports.store(
    {
      kind: 'cameras',
      register: 'cameras',
      fileName: 'kameror.csv',
      mapping: { kind: 'cameras' },
      rowsRead: 1,
      repeated: 0,
      rejected: 0,
      by: 'operator',
      atMs: Date.parse(at),
    },
    () => ({ ...NO_CHANGES, added: [CAMERA_K1] }),
  )
  const { id } = await releases.insert({
    kind: 'public',
    key: '2026-Q1',
    placeId: null,
    snapshotVersion: '0'.repeat(32),
    contents: quarterContents(),
    attack: { hidden: 2, atoms: 9, constraints: 12, breaches: [], hiddenBesides: 0 },
    prepared: step(0),
  })
  await releases.approve(id, step(1))
  const files = [file('index.html', '<p>å</p>'), file('areas.csv', 'a;1\n'), file('manifest.json', '{}')]
  await releases.publish(id, step(2), '2026-Q1', files, await releases.disclosures())
  const place = {
    kind: 'place',
    placeId: district.id,
    name: 'Söder',
    planar: square,
    ringMetres: 250,
  } as const
  const reported = await releases.insert({
    kind: 'place',
    key: 'place-1',
    placeId: district.id,
    snapshotVersion: '0'.repeat(32),
    contents: { ...place, series: 'a', figures: [], profile: [] },
    attack: { hidden: 0, atoms: 1, constraints: 1, breaches: [], hiddenBesides: 0 },
    prepared: step(0),
  })
  await releases.approve(reported.id, step(1))
  await releases.publish(reported.id, step(2), null, [], await releases.disclosures())
  await lockReview(await engine(), features)
}

async function lockReview(
  { reviews }: Awaited<ReturnType<DirectSession['engine']>>,
  features: DirectSession['storage']['repositories']['features'],
): Promise<void> {
  const properties = { title: 'Eken', description: null, caseNumber: 'dnr 1' }
  const proposal = await features.insert('proposals', { planar: square, properties })
  const { review } = await reviews.open(proposal.id, PERIOD, OPERATING)
  const screened = await reviews.move(review.id, review.revision, { to: 'screening' }, OPERATING)
  await reviews.move(review.id, screened.revision, { to: 'evidence_locked', ...LOCKING }, ANOTHER)
}

/** Every row of every table that a restore leaves as it was, as JSON, without the transactions that it is stamped with. */
export async function everyRow(config: Config): Promise<Readonly<Record<string, readonly string[]>>> {
  const { url, directory } = chooseCity({ ...config, demo: 'off' })
  const place =
    url === null ? { url, dataDir: directory } : { url: config.migrationDatabaseUrl ?? url, dataDir: null }
  const { knex, close } = await openDatabase({ ...place, srid: 3006, log: SILENT })
  try {
    const tables: string[] = await knex('pg_tables').where({ schemaname: 'public' }).pluck('tablename')
    const rows: Record<string, readonly string[]> = {}
    for (const table of tables
      .filter((name) => !OTHERWISE.has(name) && name !== 'spatial_ref_sys')
      .toSorted()) {
      const asText = "(to_jsonb(t) - '{change_xid,began_xid,ended_xid}'::text[])::text"
      const found = await knex.raw(`SELECT ${asText} AS row FROM ?? AS t ORDER BY 1`, [table])
      rows[table] = (found.rows as { row: string }[]).map(({ row }) => row)
    }
    return rows
  } finally {
    await close()
  }
}

/** Names, tags and bytes of what `/public` answers of the releases. */
export async function publicFiles({
  storage,
}: DirectSession): Promise<readonly (readonly [string, string, string])[]> {
  const { releases } = storage.repositories
  const store = createReleaseStore({ releases, log: SILENT, maxBytes: 2 ** 20 })
  const layers = { entries: () => new Map(), list: () => [], onChange: () => {}, refresh: async () => {} }
  const work = { ...layers, notices: () => [] }
  const tree = createPublicTree({ store, layers, work, demo: false, reportUrl: null, log: SILENT })
  await tree.refresh()
  return ['areas.csv', 'manifest.json'].map((name) => {
    const found = tree.find(`releases/2026-Q1/${name}`)
    if (found.kind !== 'entry') throw new Error(`${name} is ${found.kind}.`)
    const { etag, bytes } = found.entry.identity
    return [name, etag, Buffer.from(bytes).toString('base64')] as const
  })
}

/** Whether the account of the city can sign in with its password. */
export async function canSignIn({ storage }: DirectSession): Promise<boolean> {
  const found = await storage.repositories.people.findCredentials('a@b.se')
  return (await createPasswordHasher().verify(found?.passwordHash ?? null, PASSWORD)).matches
}
