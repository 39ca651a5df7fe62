import type { Knex } from 'knex'
import { DomainError, notFound } from '../../server/engine/errors.ts'
import type {
  ReleaseFile,
  ReleaseFileEntry,
  ReleaseState,
  ServedRelease,
  StoredRelease,
} from '../../server/releases/release.ts'
import type { DatabaseHandle } from '../client/handle.ts'
import { refusing } from '../client/refusal.ts'
import { within } from '../client/statement-class.ts'
import {
  fromReleaseRow,
  type ReleaseRow,
  stepColumns,
  SUMMARY_COLUMNS,
  summaryOfRow,
  type SummaryRow,
} from './release-rows.ts'
import { createPlacePublications } from './place-publications.ts'
import { logDisclosure, countDisclosures } from './disclosure-log.ts'
import type { ReleaseRepository } from '../../server/releases/repository.ts'

/** Rows of files that go into one statement, and the bytes at which it is closed early. */
const FILES_AT_ONCE = 200
const BYTES_AT_ONCE = 2_000_000

/** Releases: the database itself keeps their states in order and their contents unchanged. */
export function createReleaseRepository({ knex }: DatabaseHandle): ReleaseRepository {
  const find = async (id: number) => {
    const row = await knex<ReleaseRow>('release').where({ id }).first()
    return row === undefined ? null : fromReleaseRow(row)
  }

  /** Moves a release to its next state, or refuses with the reason. */
  const move = async (
    db: Knex | Knex.Transaction,
    id: number,
    from: readonly ReleaseState[],
    change: object,
  ): Promise<StoredRelease> => {
    const rows = await db('release').where({ id }).whereIn('state', from).update(change).returning('*')
    if (rows[0] !== undefined) return fromReleaseRow(rows[0] as ReleaseRow)
    const present = await db('release').where({ id }).first('state')
    if (present === undefined) throw notFound('release', id)
    throw new DomainError(
      'conflict',
      `Release ${id} is ${present.state}; this is for one that is ${from.join(' or ')}.`,
    )
  }

  return {
    ...createPlacePublications(knex),
    find,
    disclosures: () => countDisclosures(knex),
    async insert(release) {
      const row = {
        kind: release.kind,
        key: release.key,
        place_id: release.placeId,
        snapshot_version: release.snapshotVersion,
        contents: JSON.stringify(release.contents),
        attack: JSON.stringify(release.attack),
        breaches: release.attack.breaches.length,
        ...stepColumns('prepared', release.prepared),
      }
      const [stored] = await refusing(async () => await knex('release').insert(row).returning('*'))
      return fromReleaseRow(stored as ReleaseRow)
    },
    async list(states) {
      const rows = await within('bulk', inStates(knex<ReleaseRow>('release'), states).orderBy('id'))
      return rows.map(fromReleaseRow)
    },
    async summaries(states) {
      const query = inStates(knex('release').select(SUMMARY_COLUMNS), states).orderBy('id', 'desc')
      return ((await query) as SummaryRow[]).map(summaryOfRow)
    },
    async publishedOfPlace(placeId) {
      const rows = await knex<ReleaseRow>('release')
        .where({ place_id: placeId, state: 'published' })
        .orderBy('id')
      return rows.map(fromReleaseRow).flatMap(({ contents, published }) => {
        return contents.kind === 'place' && published !== null ? [{ contents, at: published.at }] : []
      })
    },
    async served() {
      const columns = ['id', 'key', 'path', 'state', 'published_at']
      const rows = await within('quick', knex('release').select(columns).whereNotNull('path').orderBy('id'))
      return rows.map(
        ({ id, key, path, state, published_at }): ServedRelease => ({
          id,
          key,
          path,
          state,
          publishedAt: published_at.toISOString(),
        }),
      )
    },
    approve: (id, step) =>
      refusing(() => move(knex, id, ['prepared'], { state: 'approved', ...stepColumns('approved', step) })),
    publish: (id, step, path, files, disclosures) =>
      refusing(() =>
        knex.transaction(async (transaction) => {
          await logDisclosure(transaction, disclosures)
          const change = { state: 'published', path, ...stepColumns('published', step) }
          const release = await move(transaction, id, ['approved'], change)
          for (const some of inPortions(files)) {
            const rows = some.map(({ path, bytes, sha256 }) => ({
              release_id: id,
              path,
              sha256,
              bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
            }))
            await within('bulk', transaction('release_file').insert(rows))
          }
          return release
        }),
      ),
    withdraw: (id, step) =>
      refusing(() =>
        move(knex, id, ['published'], {
          state: 'withdrawn',
          ...stepColumns('withdrawn', step),
          withdrawn_reason: step.reason,
        }),
      ),
    async discard(id) {
      await refusing(() => move(knex, id, ['prepared', 'approved'], { state: 'discarded' }))
    },
    async *files(id) {
      let after = ''
      for (;;) {
        const rows = await filesAfter(knex, id, after)
        yield* rows
        if (rows.length < FILES_AT_ONCE) return
        after = rows.at(-1)!.path
      }
    },
    async fileList(id) {
      const columns = ['path', 'sha256', knex.raw('length(bytes)::int AS length')]
      return (await knex('release_file')
        .select(columns)
        .where({ release_id: id })
        .orderBy('path')) as readonly ReleaseFileEntry[]
    },
    async file(id, path) {
      const query = knex('release_file').where({ release_id: id, path }).first('path', 'sha256', 'bytes')
      return ((await within('quick', query)) as ReleaseFile | undefined) ?? null
    },
  }
}

function inStates<Q extends Knex.QueryBuilder>(query: Q, states: readonly ReleaseState[] | undefined): Q {
  return states === undefined ? query : (query.whereIn('state', [...states]) as Q)
}

async function filesAfter(knex: Knex, id: number, after: string): Promise<readonly ReleaseFile[]> {
  return await knex('release_file')
    .select('path', 'sha256', 'bytes')
    .where({ release_id: id })
    .where('path', '>', after)
    .orderBy('path')
    .limit(FILES_AT_ONCE)
}

function* inPortions(files: readonly ReleaseFile[]): Generator<readonly ReleaseFile[]> {
  let portion: ReleaseFile[] = []
  let bytes = 0
  for (const file of files) {
    portion.push(file)
    bytes += file.bytes.length
    if (portion.length < FILES_AT_ONCE && bytes < BYTES_AT_ONCE) continue
    yield portion
    portion = []
    bytes = 0
  }
  if (portion.length > 0) yield portion
}
