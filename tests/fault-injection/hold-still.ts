import type pg from 'pg'

const LOCK = 1

/** A point at which other sessions block, in the middle of their transaction. */
export interface Hold {
  /** Whether a session is blocked. */
  holds(): Promise<boolean>
  /** Releases all sessions, also later ones. */
  release(): Promise<void>
}

/**
 * Holds every session that is about to write a certain row, for as long as a trial needs to look at what is half-done:
 * the slowest observer comes in time.
 *
 * @param client a session of the owner, which does the holding
 * @param row when it is, for example `BEFORE UPDATE ON import FOR EACH ROW WHEN (NEW.state = 'done')`
 */
export async function holdStill(client: pg.Client, row: string): Promise<Hold> {
  await client.query(`
CREATE FUNCTION hold_still() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(${LOCK});
  RETURN NEW;
END $$;
CREATE TRIGGER hold_still ${row} EXECUTE FUNCTION hold_still()`)
  await client.query('SELECT pg_advisory_lock($1)', [LOCK])
  return {
    async holds() {
      const { rowCount } = await client.query(
        'SELECT FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))',
      )
      return (rowCount ?? 0) > 0
    },
    async release() {
      await client.query('SELECT pg_advisory_unlock($1)', [LOCK])
    },
  }
}
