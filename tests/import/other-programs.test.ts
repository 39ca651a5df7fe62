import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  codesOf,
  previewBytes,
  previewCity,
  previewText,
  STUDY_AREA,
} from '../support/cities/preview-city.ts'
import { writeGeoFiles } from '../support/geo-files.ts'
import { type Cell, writeXlsx } from '../support/workbook-files.ts'

const SOURCE = { id: 'polis', controller: 'Nämnden', legalBasis: 'Avtal', purpose: 'Lägesbild' }
const at = (value: number, format = 'yyyy\\-mm\\-dd\\ hh:mm'): Cell => ({ value, format })
const DAY = 45_413

describe('an Excel workbook', () => {
  const HEADER = ['Dnr', 'Brottstyp', 'Starttid', 'E', 'N']
  const row = (k: number, time: Cell, east: Cell): Cell[] => [`K${k}`, 'Stöld', time, east, 6_580_822.5 + k]
  const rows = (time: (k: number) => Cell, east: (k: number) => Cell) =>
    Array.from({ length: 6 }, (_, k) => row(k, time(k), east(k)))

  it('is given a complete mapping from a sheet with titles, decimal commas and a total', async () => {
    const times = rows(
      (k) => at(DAY + k + (8 + k) / 24),
      (k) => `${674_032 + k},25`,
    )
    const bytes = writeXlsx({
      Brott: [
        ['Anmälda brott 2024'],
        ['Utskrivet 2025-01-02'],
        null,
        HEADER,
        ...times,
        ['Summa', null, null, null, 6],
      ],
      Koder: [['Kod', 'Text']],
    })
    const found = await previewBytes(bytes, { source: SOURCE }, 'Brott')
    expect(found).toMatchObject({ accepted: 6, question: null, from: '2024-05-01T06:00:00.000Z' })
    expect(found.rejects).toMatchObject([{ line: 11 }])
    const again = await previewBytes(bytes, JSON.parse(JSON.stringify(found.mapping)))
    expect([again.accepted, again.guessed, again.layer?.name]).toEqual([6, false, 'Brott'])
  })

  it('is read with serial numbers as days when no cell is formatted as a date', async () => {
    const bytes = writeXlsx({
      Blad1: [
        HEADER,
        ...rows(
          (k) => DAY + k + 0.4375 + k / 100,
          (k) => 674_032 + k,
        ),
      ],
    })
    const found = await previewBytes(bytes)
    expect(found.mapping).toMatchObject({ timeFormat: 'excel-1900' })
    expect([found.accepted, found.from]).toEqual([6, '2024-05-01T08:30:00.000Z'])
  })
})

describe('a GeoPackage', () => {
  it('is previewed with a warning that its UTC times may be local, and how to read them so', async () => {
    const features = [1, 2].map((k) => ({
      type: 'Feature',
      properties: { id: `a${k}`, typ: 'Stöld', start: `2024-05-0${k}T1${k}:00:00Z` },
      geometry: { type: 'Point', coordinates: [18.05, 59.33] },
    }))
    const geoJson = { type: 'FeatureCollection', features }
    const bytes = writeGeoFiles([{ name: 'brott', driver: 'GPKG', geoJson }]).get('brott.gpkg')!
    const found = await previewBytes(bytes, { source: SOURCE })
    expect([codesOf(found)[0], found.from]).toEqual(['times-in-utc', '2024-05-01T11:00:00.000Z'])
    const [, pattern] = /"timeFormat": ("[^"]+")/.exec(found.notices[0]!.en)!
    const local = await previewBytes(bytes, { ...found.mapping, timeFormat: JSON.parse(pattern!) })
    expect(local.from).toBe('2024-05-01T09:00:00.000Z')
  }, 30_000)

  it('is refused when it is compressed with gzip', async () => {
    await expect(previewBytes(gzipSync(`SQLite format 3\0${'x'.repeat(5000)}gpkg_contents`))).rejects.toThrow(
      /GeoPackage \(\.gpkg\): send it without the gzip/,
    )
  })
})

describe('the notices of a coarse guess', () => {
  it('list how codes of the Penal Code’s chapters were read, also codes without their leading zero', async () => {
    const codes = ['0801', '812', '0302', '0801']
    const rows = codes.map((code, k) => `K${k},${code},2024-05-01 1${k}:00,18.06,59.33`)
    const found = await previewText(`dnr,brottskod,tid,lon,lat\n${rows.join('\n')}\n`)
    expect(found.notices.find(({ code }) => code === 'category-chapters')?.en).toMatch(
      /3 kap\. → violence \(1\), 8 kap\. → theft \(3\)\. Put the codes/,
    )
  })

  it('give the accuracy of a coordinate conversion', async () => {
    const rows = [1, 2, 3].map((k) => `K${k},Stöld,2024-05-0${k} 1${k}:00,18.0${k},59.33`)
    const text = `dnr,typ,tid,lon,lat\n${rows.join('\n')}\n`
    expect(codesOf(await previewText(text, { crs: 'EPSG:4326' }))).not.toContain('crs-coarse')
    // ED50: seven metres in Sweden.
    expect(codesOf(await previewText(text, { crs: 'EPSG:4230' }))).toContain('crs-coarse')
  })

  it('name the coordinate system chosen for a file that names none', async () => {
    const textIn = (x: number, y: number) =>
      `dnr,typ,tid,x,y\n${[1, 2, 3].map((k) => `K${k},Stöld,2024-05-0${k} 1${k}:00,${x + k},${y}`).join('\n')}\n`
    const city = previewCity({ areas: [STUDY_AREA] })
    const kindOf = async (text: string) =>
      (await previewText(text, null, city)).notices.find(({ code }) => code === 'crs-guessed')?.kind
    expect(await kindOf(textIn(674_032, 6_580_822))).toBe('reason')
    expect(await kindOf(textIn(1_628_000, 6_580_000))).toBe('warning')
    expect(await kindOf(textIn(18.06, 59.33))).toBeUndefined()
  })

  it('warn that the names of the coordinate columns are exchanged', async () => {
    const rows = [1, 2, 3].map((k) => `K${k},Stöld,2024-05-0${k} 1${k}:00,59.33,18.0${k}`)
    const exchanged = await previewText(`dnr,typ,tid,lon,lat\n${rows.join('\n')}\n`)
    expect([exchanged.accepted, codesOf(exchanged)[0]]).toEqual([3, 'axes-exchanged'])
    const called = await previewText(`dnr,typ,tid,lat,lon\n${rows.join('\n')}\n`)
    expect(codesOf(called)).not.toContain('axes-exchanged')
  })
})
