import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect } from 'vitest'

/** The files of an archive that Python unpacks and `sha256sum -c` finds whole, until a byte of one is changed. */
export function unpacked(archive: Uint8Array): Readonly<Record<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), 'case-'))
  try {
    writeFileSync(join(folder, 'case.zip'), archive)
    execFileSync('python3', ['-m', 'zipfile', '-e', 'case.zip', '.'], { cwd: folder })
    const verify = () => spawnSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' })
    expect(verify()).toMatchObject({ status: 0, stderr: '' })
    appendFileSync(join(folder, 'underlag/underlag.json'), ' ')
    expect(verify().status).toBe(1)
  } finally {
    rmSync(folder, { recursive: true })
  }
  return unzipSync(archive)
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
