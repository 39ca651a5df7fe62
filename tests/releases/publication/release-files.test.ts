import { hash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { releaseFiguresSchema, releaseManifestSchema } from '../../../server/releases/publication/contract.ts'
import { releaseFiles } from '../../../server/releases/publication/release-files.ts'
import { createProjection } from '../../../server/engine/projection/create-projection.ts'
import { quarterContents, yearContents } from '../../support/release-fixture.ts'

const projection = createProjection(3006)
const INPUT = { key: '2025', publishedAt: '2026-03-15T08:00:00.000Z', demo: true }
const filesOf = (contents: Parameters<typeof releaseFiles>[0]['contents']) =>
  new Map(
    releaseFiles({ ...INPUT, contents }, projection).map((file) => [file.path, Buffer.from(file.bytes)]),
  )
const files = filesOf(yearContents())
const quarter = filesOf(quarterContents())
const json = (path: string) => JSON.parse(files.get(path)!.toString())
const rowsOf = (of: typeof files, path: string) =>
  parse(of.get(path)!, { bom: true, columns: true }) as Record<string, string>[]

/** Every key of a value, at any depth. */
function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(Array.isArray(value) ? [] : [key]),
    ...keysOf(inner),
  ])
}

describe('the files of a public release', () => {
  it('are all in the manifest with sizes and hashes, except address-dependent ones, by its schema', () => {
    const manifest = releaseManifestSchema.parse(json('manifest.json'))
    const listed = new Map(manifest.files.map((file) => [file.path, file]))
    for (const [path, bytes] of files) {
      if (/^(manifest|tiles)\.json/.test(path)) continue
      expect(listed.get(path), path).toEqual({ path, bytes: bytes.length, sha256: hash('sha256', bytes) })
    }
    expect([...listed.keys()].every((path) => files.has(path))).toBe(true)
    expect(manifest).toMatchObject({ kind: 'year', from: '2025-01-01', to: '2025-12-31', minzoom: 8 })
    for (const { href } of manifest.links) expect(files.has(href)).toBe(true)
  })

  it('have statistical areas as table and outlines, for years only', () => {
    expect(
      rowsOf(files, 'statistical.csv').map(({ area, district, count, shown }) => [
        area,
        district,
        count,
        shown,
      ]),
    ).toEqual([
      ['s1', 'a1', '40', 'count'],
      ['s2', 'a2', '', 'withheld'],
    ])
    expect(json('statistical.geojson').features.map(({ id }: { id: string }) => id)).toEqual(['s1', 's2'])
    expect(quarter.has('statistical.csv')).toBe(false)
  })

  it('have compressed variants that decompress to the file', () => {
    const packed = [...files.keys()].filter((path) => /\.(gz|br)$/.test(path))
    expect(packed.length).toBeGreaterThan(10)
    for (const path of packed) {
      const unpack = path.endsWith('.gz') ? gunzipSync : brotliDecompressSync
      expect(unpack(files.get(path)!).equals(files.get(path.slice(0, -3))!), path).toBe(true)
    }
    expect(files.has('release.pmtiles.gz')).toBe(false)
  })

  it('have the same bytes for figures in any order', () => {
    const contents = yearContents()
    const shuffled = {
      ...contents,
      areas: contents.areas.toReversed(),
      hexes: contents.hexes.toReversed(),
    }
    for (const name of ['areas.geojson', 'hexes.csv', 'release.pmtiles'])
      expect(filesOf(shuffled).get(name)!.equals(files.get(name)!), name).toBe(true)
  })

  it('have no cells and no city figures for a quarter', () => {
    expect([...quarter.keys()].filter((path) => /^(hexes|city|felt)/.test(path))).toEqual([])
    expect(
      rowsOf(quarter, 'areas.csv').map(({ register, group, count, shown }) => [
        register,
        group,
        count,
        shown,
      ]),
    ).toEqual([
      ['police', 'property', '45', 'count'],
      ['police', 'order', '', 'few'],
      ['police', 'property', '', 'not-covered'],
      ['city', 'environment', '10', 'count'],
    ])
  })

  it('have tables that Excel reads as UTF-8 and never evaluates', () => {
    const text = files.get('areas.csv')!.toString()
    expect(text.startsWith('\uFEFFarea,name,')).toBe(true)
    const names = rowsOf(files, 'areas.csv').map(({ name }) => name)
    expect(names).toEqual(['Norra Ängsbacken', `'=HYPERLINK("http://x")`])
    expect(rowsOf(files, 'felt.csv').map(({ percent }) => percent)).toEqual(['71', ''])
    expect(rowsOf(files, 'city.csv')).toEqual([
      { period: '2025', register: 'police', subject: 'sexual_offence', count: '65', shown: 'count' },
    ])
  })

  it('place areas in WGS 84 on a grid of 1e-6, wound anticlockwise', () => {
    const [first] = json('areas.geojson').features
    expect(first.properties).toMatchObject({ key: 'a1', police_people: 25, police_people_shown: 'count' })
    const [ring] = first.geometry.coordinates
    for (const [lon, lat] of ring) {
      expect(lon).toBeCloseTo(18.06, 1)
      expect(lat).toBeCloseTo(59.32, 1)
      expect(String(lon).length).toBeLessThanOrEqual(9)
    }
    expect(ring[0]).toEqual(ring.at(-1))
  })

  it('have the same figures in figures.json and areas.geojson', () => {
    const figures = releaseFiguresSchema.parse(json('figures.json'))
    expect(figures.areaFigures).toContainEqual({
      area: 'a2',
      register: 'police',
      group: 'people',
      count: 'few',
    })
    expect(figures.areas[0]).toEqual({ key: 'a1', name: 'Norra Ängsbacken', residents: 2401, landKm2: 4 })
  })

  it('include a method note in both languages without script, with escaped names', () => {
    for (const language of ['sv', 'en']) {
      const page = files.get(`method.${language}.html`)!.toString()
      expect(page).toContain(`<html lang="${language}">`)
      expect(page).toContain('Anmälda brott &lt;test&gt;')
      expect(page).toContain('112')
      expect(page).not.toMatch(/<script|<style| on\w+=/)
    }
  })

  it('disclose nothing but the figures, whatever else the contents hold', () => {
    const made = { z: 3.1, p: 0.01, q: 0.02, mean: 1.5, sd: 0.5, share: 0.4, ratio: 2, filter: 'hours=18-23' }
    const contents = yearContents()
    const laden = {
      ...contents,
      ...made,
      areas: contents.areas.map((area) => ({ ...area, ...made })),
      areaFigures: contents.areaFigures.map((figure) => ({ ...figure, ...made })),
      hexes: contents.hexes.map((figure) => ({ ...figure, ...made })),
      city: contents.city.map((figure) => ({ ...figure, ...made })),
      felt: contents.felt.map((figure) => ({ ...figure, ...made })),
      sources: contents.sources.map((source) => ({ ...source, ...made })),
    }
    const disclosed = filesOf(laden)
    expect([...disclosed.keys()]).toEqual([...files.keys()])
    for (const [path, bytes] of disclosed) expect(bytes.equals(files.get(path)!), path).toBe(true)
  })

  it('have no attribute, column or key that discloses a hidden count', () => {
    const texts = [...files].filter(([path]) => /\.(json|geojson|csv)$/.test(path))
    const names = texts.flatMap(([path, bytes]) =>
      path.endsWith('.csv')
        ? bytes.toString().slice(1).split('\r\n')[0]!.split(',')
        : keysOf(JSON.parse(bytes.toString())),
    )
    const pmtiles = files.get('release.pmtiles')!
    const metadataAt = Number(pmtiles.readBigUInt64LE(24))
    const metadata = gunzipSync(
      pmtiles.subarray(metadataAt, metadataAt + Number(pmtiles.readBigUInt64LE(32))),
    )
    names.push(...keysOf(JSON.parse(metadata.toString())))
    expect(names).toEqual(expect.arrayContaining(['band', 'shown', 'police_property', 'vector_layers']))
    const taboo =
      /^(z|p|q|pnormal|mean|sd|variance|share|ratio|sum|total|expected|low|high|interval|dominance|positions|rank|percentile|class|hours|weekdays|filter|query)$/i
    expect(names.filter((name) => taboo.test(name))).toEqual([])
  })

  it('do not include the snapshot version, against which guesses could be tested', () => {
    for (const [path, bytes] of files) {
      if (!/\.(gz|br|pmtiles|mvt)$/.test(path)) expect(bytes.toString(), path).not.toMatch(/snapshot/i)
    }
  })
})
