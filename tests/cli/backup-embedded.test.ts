import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backup } from '../../server/cli/backup.ts'
import { writeBackupFile } from '../../server/cli/backup-file.ts'
import { restore } from '../../server/cli/restore.ts'
import { openOperatorSocket, operatorSocketPath } from '../../server/composition/operator-socket.ts'
import { drain } from '../../server/platform/http/listener.ts'
import { parseConfig } from '../../server/config/config.ts'
import { ANALYST } from '../../server/platform/access/audience.ts'
import { packBackup } from '../../server/operations/upkeep/container.ts'
import { embeddedTemplate } from '../support/embedded-template.ts'
import { chunksOf, fill, HEADER, run, stateOf, withCity } from './city-commands.ts'
import { canSignIn, everyRow, FILLED, fillWhole, publicFiles } from './whole-city.ts'

const folder = mkdtempSync(join(tmpdir(), 'lagesbild-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Each opens the database several times, which takes seconds on an idle machine. */
const LONG_MS = 240_000

describe('a backup of the embedded database', { timeout: LONG_MS }, () => {
  const dataDir = join(folder, 'data')
  const config = parseConfig({ DATA_DIR: dataDir, DEMO: 'off', LOG_LEVEL: 'silent', WORKERS: '1' })
  const file = join(folder, 'city.backup')
  let before: Awaited<ReturnType<typeof stateOf>>
  let rows: Awaited<ReturnType<typeof everyRow>>
  let files: Awaited<ReturnType<typeof publicFiles>>

  beforeAll(async () => {
    const empty = join(folder, 'empty.backup')
    const template = await embeddedTemplate()
    await writeBackupFile(empty, packBackup(HEADER, chunksOf(template)), { overwrite: false, token: 't' })
    expect(await run(restore, [empty], config)).toMatchObject({ code: 0 })
    before = await withCity(config, async (session) => {
      await fill(session)
      await fillWhole(session)
      files = await publicFiles(session)
      return stateOf(session)
    })
    rows = await everyRow(config)
  }, LONG_MS)

  it('is one file that its owner alone can read', async () => {
    const { code, out } = await run(backup, [file, '--json'], config)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      file,
      kind: 'embedded',
      srid: 3006,
      demo: false,
      bytes: statSync(file).size,
    })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
  })

  it('is not written over another file without being told to, nor into a missing folder', async () => {
    const write = (path: string) =>
      writeBackupFile(path, packBackup(HEADER, chunksOf(Buffer.from('x'))), { overwrite: false, token: 't' })
    await expect(write(file)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('--overwrite'),
    })
    await expect(write(join(folder, 'no/such/file'))).rejects.toThrow('there is no such folder')
  })

  it('replaces a city only with --replace, and then restores every row, revision and version', async () => {
    await withCity(config, ({ storage }) =>
      storage.repositories.incidents.retract(2, null, 'after the backup'),
    )
    expect(await run(restore, [file], config)).toMatchObject({
      code: 1,
      err: expect.stringContaining('--replace'),
    })
    expect(await run(restore, [file, '--replace'], config)).toMatchObject({ code: 0 })
    expect(await withCity(config, stateOf)).toEqual(before)
    expect(readdirSync(dataDir)).toEqual(['city'])
  })

  it('restores every row of every table: reviews that still verify, releases to the byte, people who can sign in', async () => {
    expect(await everyRow(config)).toEqual(rows)
    for (const table of FILLED) expect(rows[table], table).not.toEqual([])
    const found = await withCity(config, async (session) => ({
      files: await publicFiles(session),
      mayEnter: await canSignIn(session),
      verified: await (await session.engine()).reviews.verify(1, ANALYST),
    }))
    expect(found).toMatchObject({ files, mayEnter: true, verified: { agrees: true, basis: 'whole' } })
  })

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1)],
    ['changed in one bit', (bytes: Buffer) => (bytes.writeUInt8(bytes[5000]! ^ 1, 5000), bytes)],
    ['longer than it was', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')])],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('PK\n\n not ours')],
  ])('is refused when it is %s, before anything is touched', async (_, damage) => {
    const damaged = join(folder, 'damaged.backup')
    writeFileSync(damaged, damage(readFileSync(file)))
    expect(await run(restore, [damaged, '--replace'], config)).toMatchObject({ code: 1 })
    expect(existsSync(join(dataDir, 'city/postgres'))).toBe(true)
    expect(existsSync(join(dataDir, 'city.restoring'))).toBe(false)
  })

  it('with unreadable contents leaves the city as it was', async () => {
    const bad = join(folder, 'bad.backup')
    await writeBackupFile(bad, packBackup(HEADER, chunksOf(Buffer.from('no archive'))), {
      overwrite: true,
      token: 't',
    })
    expect((await run(restore, [bad, '--replace'], config)).code).not.toBe(0)
    expect(readdirSync(dataDir)).toEqual(['city'])
    expect(existsSync(join(dataDir, 'city/postgres'))).toBe(true)
  })

  it('that is interrupted while it is put in place leaves the former city to the next start', async () => {
    const city = join(dataDir, 'city')
    // And with it went an import, whose staged rows lie in a file that nobody knows of.
    const staged = join(city, 'postgres/base/5/t0_99999')
    writeFileSync(staged, 'rader ur en fil')
    renameSync(join(city, 'postgres'), join(city, 'postgres.replaced'))
    expect(await withCity(config, stateOf)).toEqual(before)
    expect(existsSync(join(city, 'postgres.replaced'))).toBe(false)
    expect(existsSync(staged)).toBe(false)
  })

  it('is not restored while a server runs on the folder', async () => {
    const server = await openOperatorSocket(operatorSocketPath(dataDir)!, () => {}, 'localhost:8080')
    expect(await run(restore, [file, '--replace'], config)).toMatchObject({
      code: 1,
      err: 'A server runs on this folder: stop it first.\n',
    })
    await drain(server)
  })

  it('is not restored to PostGIS, nor one of the demo to a real city', async () => {
    const other = { ...config, databaseUrl: 'postgres://x:y@127.0.0.1:1/z' }
    expect(await run(restore, [file], other)).toMatchObject({
      code: 1,
      err: expect.stringContaining('embedded'),
    })
    const demo = join(folder, 'demo.backup')
    await writeBackupFile(demo, packBackup({ ...HEADER, demo: true }, chunksOf(Buffer.from('x'))), {
      overwrite: true,
      token: 't',
    })
    expect(await run(restore, [demo], config)).toMatchObject({ code: 2 })
  })
})
