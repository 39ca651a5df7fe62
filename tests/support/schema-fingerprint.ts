import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { CATEGORIES } from '../../server/engine/snapshot/categories.ts'
import { MIGRATIONS } from '../../db/migrations/all.ts'

const GRANTS = readFileSync(new URL('../../db/postgis/grants.ts', import.meta.url), 'utf8')

/** Changes whenever a migrated, empty database would be another: names templates so that stale ones are not used. */
export function schemaFingerprint(srid: number): string {
  const text = MIGRATIONS.map(({ name, sql }) => `${name}\n${sql({ srid })}`).join('\n')
  return hash('sha256', `${text}${JSON.stringify(CATEGORIES)}${GRANTS}`).slice(0, 12)
}
