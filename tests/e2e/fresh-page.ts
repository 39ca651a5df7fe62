import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

/** What the built page is made from. */
const SOURCES = [
  'web',
  'tiles/schema.ts',
  'tiles/schema-fields.ts',
  'server/contract',
  'server/domain/staff-limits.ts',
  'server/domain/surveys.ts',
  'vite.config.ts',
  'package-lock.json',
]

/** Builds the page when it is missing or older than what it is made from. */
export async function freshPage(root: string): Promise<void> {
  const page = join(root, 'dist/web/index.html')
  const builtMs = existsSync(page) ? statSync(page).mtimeMs : 0
  if (SOURCES.every((name) => newestUnder(join(root, name)) <= builtMs)) return
  await build({ root: join(root, 'web'), configFile: join(root, 'vite.config.ts'), logLevel: 'error' })
}

function newestUnder(path: string): number {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestUnder(join(path, name))), mtimeMs)
}
