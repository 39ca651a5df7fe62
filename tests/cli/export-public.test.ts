import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportPublic } from '../../server/cli/export-public.ts'
import { releaseStoreInMemory } from '../support/release-store.ts'
import { quarterContents, yearContents } from '../support/release-fixture.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lagesbild-export-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('the export of what is public', () => {
  it('writes every file of the manifests, and removes withdrawn releases when run again', async () => {
    const store = releaseStoreInMemory()
    await store.publish(yearContents('2025'))
    await store.publish(quarterContents('2026-Q1'))
    expect(await exportPublic(store.read, folder)).toMatchObject({ releases: 2, removed: [] })
    const manifest = JSON.parse(await readFile(join(folder, 'releases/2025/manifest.json'), 'utf8'))
    for (const { path, bytes } of manifest.files)
      expect((await readFile(join(folder, 'releases/2025', path))).length).toBe(bytes)
    await store.withdraw('2025')
    expect(await exportPublic(store.read, folder)).toMatchObject({ releases: 1, removed: ['2025'] })
    expect(await readdir(join(folder, 'releases'))).toEqual(['2026-Q1'])
    const left = await readdir(folder, { recursive: true })
    expect(left.filter((name) => name.endsWith('.draft'))).toEqual([])
  })

  it('includes the index page, and leaves no compressed variant of an earlier page', async () => {
    const store = releaseStoreInMemory()
    await store.publish(quarterContents('2026-Q1'))
    await exportPublic(store.read, folder)
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toContain('releases/2026-Q1/areas.csv')
    expect(await readdir(folder)).toContain('index.json.gz')
    await store.withdraw('2026-Q1')
    await exportPublic(store.read, folder)
    expect(await readFile(join(folder, 'index.html'), 'utf8')).not.toContain('2026-Q1')
    expect(await readdir(folder)).not.toContain('index.json.gz')
  })

  it('keeps tile addresses relative unless a base URL is given', async () => {
    const store = releaseStoreInMemory()
    await store.publish(yearContents('2025'))
    const tilesOf = async (url?: string) => {
      await exportPublic(store.read, folder, url)
      return JSON.parse(await readFile(join(folder, 'releases/2025/tiles.json'), 'utf8')).tiles
    }
    expect(await tilesOf()).toEqual(['tiles/{z}/{x}/{y}.mvt'])
    expect(await readdir(join(folder, 'releases/2025'))).toContain('tiles.json.gz')
    expect(await tilesOf('https://data.example.se/open')).toEqual([
      'https://data.example.se/open/releases/2025/tiles/{z}/{x}/{y}.mvt',
    ])
    expect(await readdir(join(folder, 'releases/2025'))).not.toContain('tiles.json.gz')
  })

  it('refuses a folder with other contents', async () => {
    const store = releaseStoreInMemory()
    await writeFile(join(folder, 'index.html'), 'the city’s own')
    await expect(exportPublic(store.read, folder)).rejects.toMatchObject({ code: 'invalid-file' })
    expect(await readdir(folder)).toEqual(['index.html'])
  })

  it('stops at a file with a wrong hash, before the index is written', async () => {
    const store = releaseStoreInMemory()
    await store.publish(quarterContents('2026-Q1'))
    const forge = async (name: string) =>
      name.endsWith('areas.csv') ? Buffer.from('forged') : store.read(name)
    await expect(exportPublic(forge, folder)).rejects.toMatchObject({ code: 'unprocessable' })
    expect(await readdir(folder)).not.toContain('index.json')
  })
})
