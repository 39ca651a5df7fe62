import { describe, expect, it } from 'vitest'
import { previewFile } from '../../server/import/preview.ts'
import { previewLines } from '../../server/cli/preview-words.ts'
import { codesOf, csvOf, previewCity, previewText } from '../support/cities/preview-city.ts'

const hours = (count: number) =>
  Array.from({ length: count }, (_, at) => `2024-05-${10 + (at % 20)} 1${at % 10}:${10 + (at % 50)}`)
const [west, south, east, north] = [670_000, 6_578_000, 676_000, 6_584_000]
const STUDY = {
  planar: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  },
  properties: { kind: 'study', derived: false },
}

describe('what a preview says of the numbers', () => {
  it('is that no row would come in, and why, before what a guess did not find', async () => {
    const found = await previewText('id,typ,tid,lon,lat\n1,Stöld,2024-05-01,18.06\n2,Rån,2024-05-01,18.06\n')
    expect(found).toMatchObject({ mapping: null, missing: [], rowsRead: 2, rejected: { 'malformed-row': 2 } })
    const [line] = previewLines(found, 'sv').filter((one) => one.startsWith('  !'))
    expect(line).toContain('Ingen av filens 2 rader kan tas in')
    expect(line).toContain('rad 2')
  })

  it('finds delimiter and header below comments that are longer than what is read ahead', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, k) => `${k};18,0${k};59,3${k};2024-05-0${1 + (k % 9)} 10:1${k % 10};Stöld`,
    )
    const text = `${'# utdrag, med kommatecken, ur registret, 2024\n'.repeat(2000)}id;lon;lat;tid;brott\n${rows.join('\n')}\n`
    const found = await previewText(text)
    expect(found).toMatchObject({ accepted: 40, mapping: { csv: { delimiter: ';', decimal: ',' } } })
  })

  it('is that no delimiter cuts a table of fixed widths', async () => {
    const found = await previewText('id   lon    lat    brott\n1    18.06  59.33  Stöld\n')
    expect(found.notices[0]).toMatchObject({ code: 'single-column', kind: 'warning' })
  })

  it.each([
    ['latin-1 as utf-8', Buffer.from('[{"typ": "Sk\xe5lla"}]', 'latin1'), 'undecodable', ['letters-lost']],
    ['a line that is no JSON', Buffer.from('[{"typ": Stöld}]'), 'malformed-row', []],
  ])('names the fault of %s', async (_, bytes, reason, others) => {
    const found = await previewFile(
      { fileName: 'a.json', stream: over([bytes]), mapping: null },
      previewCity(),
    )
    expect([found.rejected, codesOf(found)]).toEqual([{ [reason]: 1 }, ['nothing-accepted', ...others]])
  })

  it('is that a given mapping takes no row in', async () => {
    const columns = { x: 'lon', y: 'lat', occurredFrom: 'datum', category: 'typ' }
    const found = await previewText(csvOf('datum', ['1714552200000', '1714552200000']), {
      source: 'est',
      columns,
      categories: { Stöld: 'theft' },
    })
    expect(codesOf(found)[0]).toBe('nothing-accepted')
    expect(found.rejects[0]!.detail).toContain('set timeFormat to unix-ms')
  })

  it('is that many rows stand at one position, with street on offer', async () => {
    const text = csvOf('datum', hours(60)).replaceAll(/,18\.\d+,59\.33,/g, ',18.06,59.33,')
    const found = await previewText(text)
    expect(found.positions).toMatchObject({ positions: 1, atCommonest: 60, shared: 60 })
    expect(found.notices.find(({ code }) => code === 'shared-positions')!.en).toContain(
      '"precision": "street"',
    )
  })

  it.each([
    'On or near Park Road',
    'Near Park Road',
    'Nära Storgatan',
    'I närheten av torget',
    'Vid stationen',
  ])('is that positions are approximate: %s', async (place) => {
    const found = await previewText(
      csvOf(
        'datum,plats',
        hours(30).map((time) => `${time},${place}`),
      ),
    )
    expect(found.mapping).toMatchObject({ defaults: { precision: 'street' } })
    expect(codesOf(found)).toContain('positions-near')
  })

  it('is where the rows lie beside the city, and how many outside it', async () => {
    const city = previewCity({ areas: [STUDY] as never })
    const found = await previewText(
      `${csvOf('datum', hours(20))}K99,Stöld,18.4,59.33,2024-05-01 10:00\n`,
      null,
      city,
    )
    expect(found.extent.file).toEqual([18.02, 59.33, 18.4, 59.33])
    expect(found.extent.city![0]).toBeGreaterThan(17.9)
    expect(found.positions.outside).toBe(1)
    expect(codesOf(found)).toContain('outside-city')
  })

  it('is shown with the first rows as they would become, in either language', async () => {
    const found = await previewText(csvOf('datum', hours(12)))
    expect(found.examples).toHaveLength(10)
    expect(found.examples[0]).toMatchObject({
      line: 2,
      externalId: 'K0',
      category: 'theft',
      precision: 'address',
    })
    expect(previewLines(found, 'sv')).toContain('De första raderna blir:')
    expect(previewLines(found, 'en')).toContain('The first rows become:')
  })

  it('counts reasons over the whole file', async () => {
    const rows = hours(20_000)
    rows[19_999] = 'i går'
    const found = await previewText(csvOf('datum', rows))
    expect([found.sampled, found.rowsRead, found.rejected]).toEqual([false, 20_000, { 'bad-time': 1 }])
  })
})

async function* over(chunks: readonly Uint8Array[]) {
  yield* chunks
}
