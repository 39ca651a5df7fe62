import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect } from 'vitest'

/** The files of an archive that `sha256sum -c` finds whole, until a byte of one is changed. */
export function unpacked(archive: Uint8Array): Readonly<Record<string, Uint8Array>> {
  const files = unzipSync(archive)
  const folder = mkdtempSync(join(tmpdir(), 'case-'))
  try {
    for (const [name, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), bytes)
    }
    const verify = () => spawnSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' })
    expect(verify()).toMatchObject({ status: 0, stderr: '' })
    appendFileSync(join(folder, 'underlag/underlag.json'), ' ')
    expect(verify().status).toBe(1)
  } finally {
    rmSync(folder, { recursive: true })
  }
  return files
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
