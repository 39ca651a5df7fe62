import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe } from 'vitest'

const FOLDER = fileURLToPath(new URL('../../../shared/data/', import.meta.url))

/** Path of a file of real data beside the checkout; it need not exist. */
export function sharedDataPath(name: string): string {
  return `${FOLDER}${name}`
}

/** The bytes of a file of real data, unpacked when its name ends in `.gz`. */
export function readSharedData(name: string): Buffer {
  const bytes = readFileSync(sharedDataPath(name))
  return name.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

/**
 * A `describe` for tests that read real data: where one of the files is absent the block is skipped, and its title
 * says what is missing.
 */
export function describeWithSharedData(title: string, names: readonly string[], body: () => void): void {
  const missing = names.filter((name) => !existsSync(sharedDataPath(name)))
  if (missing.length === 0) describe(title, body)
  else describe.skip(`${title} (skipped: ../shared/data lacks ${missing.join(', ')})`, body)
}
