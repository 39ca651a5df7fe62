import pg from 'pg'
import { runScript } from '../support/child-process.ts'
import { quarterContents } from '../support/release-fixture.ts'
import { holdStill } from './hold-still.ts'
import { noPostgres, ownPostgres } from './own-postgres.ts'
import { eventually, must, type FaultInjection } from './fault-injection.ts'

const CHILD = new URL('./children/publish-files.ts', import.meta.url)
const FILES = 2000

/** kill −9 in the transaction that publishes a release, while its files are being written. */
export const killedPublish: FaultInjection = {
  name: 'kill −9 in a publish',
  impossible: noPostgres,
  async run(scratch) {
    const postgres = await ownPostgres(scratch)
    const db = await postgres.database.open()
    const watch = new pg.Client({ connectionString: postgres.ownerUrl })
    try {
      await watch.connect()
      const id = await approved(db.repositories.releases)
      const half = `'tiles/${FILES / 2}.mvt'`
      const hold = await holdStill(
        watch,
        `BEFORE INSERT ON release_file FOR EACH ROW WHEN (NEW.path = ${half})`,
      )
      const child = runScript(CHILD, postgres.servingUrl, String(id))
      await eventually('half of the files to be written', hold.holds)
      await child.kill()
      await hold.release()
      await eventually('the dead session to end', async () => (await writing(watch)) === 0)
      const release = await db.repositories.releases.find(id)
      const files = await filesOf(watch)
      must(release?.state === 'approved' && files === 0, `half published: ${release?.state}, ${files} files`)
      const again = runScript(CHILD, postgres.servingUrl, String(id))
      for await (const line of again.lines) if (line === 'done') break
      const published = await db.repositories.releases.find(id)
      must(
        published?.state === 'published' && (await filesOf(watch)) === FILES,
        'the second publish is not whole',
      )
      return `killed while files were written: still approved, no file there; again: published with ${FILES} files`
    } finally {
      await watch.end()
      await db.close()
      await postgres.stop()
    }
  },
}

async function approved(
  releases: Awaited<
    ReturnType<Awaited<ReturnType<typeof ownPostgres>>['database']['open']>
  >['repositories']['releases'],
): Promise<number> {
  const step = { by: 'account/1', name: 'Åsa', at: '2026-06-01T12:00:00.000Z' }
  const { id } = await releases.insert({
    kind: 'public',
    key: '2024-Q1',
    placeId: null,
    snapshotVersion: '0123456789abcdef0123456789abcdef',
    contents: quarterContents(),
    attack: { hidden: 2, atoms: 9, constraints: 12, breaches: [], hiddenBesides: 0 },
    prepared: step,
  })
  await releases.approve(id, { ...step, by: 'account/2' })
  return id
}

/** Sessions that write files, or have and have not committed. */
async function writing(client: pg.Client): Promise<number> {
  const { rows } = await client.query(`
SELECT count(*)::int AS count FROM pg_locks JOIN pg_class ON pg_class.oid = relation
WHERE relname = 'release_file' AND mode = 'RowExclusiveLock'`)
  return rows[0].count
}

async function filesOf(client: pg.Client): Promise<number> {
  return (await client.query('SELECT count(*)::int AS count FROM release_file')).rows[0].count
}
