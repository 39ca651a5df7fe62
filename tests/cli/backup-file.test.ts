import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { writeBackupFile } from '../../server/cli/backup-file.ts'
import { packBackup } from '../../server/operations/upkeep/container.ts'
import { runScript } from '../support/child-process.ts'
import { chunksOf, HEADER } from './city-commands.ts'

const CHILD = new URL('../support/children/half-a-backup.ts', import.meta.url)

it('a backup removes what a killed backup of the same name left, and nothing else', {
  timeout: 60_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lagesbild-backup-file-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'city')
  const write = () =>
    writeBackupFile(path, packBackup(HEADER, chunksOf(Buffer.from('x'))), { overwrite: true, token: 't' })
  const others = ['.city.notes', '.city.other.1-1.t.part', '.city.part', 'x.part']
  for (const name of others) writeFileSync(join(folder, name), '')
  // As the version before named it.
  writeFileSync(join(folder, '.city.0123456789ab.part'), '')

  const half = runScript(CHILD, path)
  onTestFinished(() => half.kill())
  await half.lines.next()
  await write()
  const atPath = readdirSync(folder).filter((name) => name !== 'city' && !others.includes(name))
  expect(atPath).toEqual([expect.stringMatching(/^\.city\.\d+-\w+\.half\.part$/)])

  await half.kill()
  await write()
  expect(readdirSync(folder).toSorted()).toEqual([...others, 'city'].toSorted())
})
