import { hash } from 'node:crypto'
import { CATEGORIES } from '../../server/domain/categories.ts'
import { MIGRATIONS } from '../../db/migrations/all.ts'

/** Changes whenever a migrated, empty database would be another: names templates so that stale ones are not used. */
export function schemaFingerprint(srid: number): string {
  const text = MIGRATIONS.map(({ name, sql }) => `${name}\n${sql({ srid })}`).join('\n')
  return hash('sha256', `${text}${JSON.stringify(CATEGORIES)}`).slice(0, 12)
}
