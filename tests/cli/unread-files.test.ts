import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { importCommand } from '../../server/cli/import.ts'
import { sendPreview } from '../../server/cli/send-import.ts'
import { parseConfig } from '../../server/config/config.ts'
import { writeZip } from '../support/geo-files.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'
import { commandsOn, WAYS } from './run-on-server.ts'

const config = parseConfig({})
const folder = mkdtempSync(join(tmpdir(), 'unread-files-'))
const path = (name: string) => join(folder, name)
const file = (name: string, contents: string | Buffer) => {
  writeFileSync(path(name), contents)
  return path(name)
}
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ signIn: null, srid: 3006 })
})
beforeEach(() => vi.stubEnv('LC_ALL', 'sv_SE.UTF-8'))
afterEach(() => vi.unstubAllEnvs())
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await server?.close()
})

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
/** A file in the container of old Office, with a directory that names a stream. */
const office = (stream: string, first = Buffer.alloc(0)) => {
  const bytes = Buffer.alloc(4096)
  OLE.copy(bytes)
  first.copy(bytes, 512)
  Buffer.from(stream, 'utf16le').copy(bytes, 1024)
  return bytes
}
const ROWS = [
  ['id', 'händelse', 'tid', 'lon', 'lat'],
  ...Array.from({ length: 24 }, (_, row) => [
    `K${row}`,
    'Stöld',
    `2024-03-${String(row + 1).padStart(2, '0')} 12:31`,
    '18.06',
    '59.33',
  ]),
]

describe.each(WAYS)('lagesbild import FIL --preview, %s', (way) => {
  const run = (name: string) =>
    commandsOn({ server: () => server, way, config }, [importCommand])('import', name, '--preview')

  it.each<[string, () => string, RegExp]>([
    ['no file', () => path('saknas.csv'), /^Det finns ingen fil .*saknas\.csv\.$/],
    ['a folder', () => folder, /är en mapp: namnge en fil i den\.$/],
    [
      'a file geodatabase',
      () => path('karta.gdb'),
      /karta\.gdb är en fildatabas från Esri \(\.gdb\), en mapp: öppna den i ett GIS .* GeoPackage\.$/,
    ],
    ['a pipe', () => path('pipe'), /är ingen vanlig fil utan ett rör.*: spara innehållet i en fil/],
    ['an empty file', () => file('tom.csv', ''), /^Filen är tom: exportera den på nytt\.$/],
    [
      'an empty archive',
      () => file('tom.zip', writeZip([])),
      /^ZIP-arkivet är tomt: packa filerna på nytt\.$/,
    ],
    ['an archive of no bytes', () => file('tom2.zip', ''), /^Filen är tom/],
    [
      'a workbook with a password',
      () => file('hemlig.xlsx', office('EncryptedPackage')),
      /^Filen är en Office-fil med lösenord \(en krypterad \.xlsx\): öppna den med lösenordet, ta bort det/,
    ],
    [
      'an old workbook',
      () => file('gammal.xls', office('Workbook')),
      /^Filen är en gammal Excel-arbetsbok \(\.xls\): öppna den .* spara den som \.xlsx\.$/,
    ],
    [
      'an old workbook by its first record',
      () => file('gammal2.xls', office('', Buffer.from([9, 8, 16, 0, 0, 6, 5, 0]))),
      /^Filen är en gammal Excel-arbetsbok \(\.xls\)/,
    ],
    [
      'an old document',
      () => file('gammal.doc', office('WordDocument')),
      /^Filen är ett gammalt Word-dokument \(\.doc\)/,
    ],
    [
      'a mail of Outlook',
      () => file('brev.msg', office('__properties_version1.0')),
      /^Filen är ett e-brev från Outlook \(\.msg\): spara filen som är bifogad\.$/,
    ],
    [
      'an Apple workbook',
      () => file('blad.numbers', writeZip([{ name: 'Index/Document.iwa', bytes: Buffer.from('a') }])),
      /^Filen är en arbetsbok i Apple Numbers: spara bladet som CSV\.$/,
    ],
    [
      'a PDF called CSV',
      () => file('tabell.csv', '%PDF-1.7\n%âãÏÓ\n1 0 obj'),
      /^Filen är en PDF: be om tabellen bakom som CSV\.$/,
    ],
    [
      'an HTML table called .xls',
      () => file('tabell.xls', '<table border="1"><tr><td>id</td></tr></table>'),
      /^Filen är en HTML-tabell, som många register kallar \.xls: öppna den i Excel/,
    ],
    [
      'Excel’s HTML called .xls',
      () =>
        file(
          'tabell2.xls',
          '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head>',
        ),
      /^Filen är en HTML-tabell/,
    ],
    [
      'a page',
      () => file('sida.csv', '<!DOCTYPE html><html><body>Logga in</body></html>'),
      /^Filen är en HTML-sida/,
    ],
  ])('refuses %s by the name of what it is', async (_, make, said) => {
    mkdirSync(path('karta.gdb'), { recursive: true })
    spawnSync('/bin/sh', ['-c', 'mkfifo "$0"', path('pipe')])
    const { code, out, err } = await run(make())
    expect([code, out]).toEqual([1, ''])
    expect(err.trimEnd()).toMatch(said)
  })

  it('reads Excel’s Unicode text', async () => {
    const text = `${ROWS.map((fields) => fields.join('\t')).join('\r\n')}\r\n`
    const { out, err } = await run(
      file('unicode.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(text, 'utf-16le')])),
    )
    expect(err).toBe('')
    expect(out).toContain('24 rader lästa: 24 skulle tas in')
    expect(out).toContain('"encoding": "utf-16le"')
  })

  it('refuses a file that grows while it is read', async () => {
    const name = file('vaxer.csv', ROWS.map((fields) => fields.join(';')).join('\n'))
    const session =
      way === 'remote'
        ? server.operator
        : (await import('../../server/cli/direct-session.ts')).directSession({
            ...server,
            engine: async () => server.engine,
            config,
          }).session
    const sent = {
      path: name,
      fileName: 'vaxer.csv',
      mapping: null,
      onSent: () => appendFileSync(name, '\nK99;Stöld'),
      signal: new AbortController().signal,
    }
    await expect(sendPreview(session, sent, null)).rejects.toMatchObject({
      texts: { sv: expect.stringMatching(/ändrades medan den lästes: vänta tills den är färdigskriven/) },
    })
  })
})
