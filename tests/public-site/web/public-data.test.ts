import { describe, expect, it } from 'vitest'
import type { PublicIndex, ReleaseFigures } from '../../../server/releases/publication/contract.ts'
import { createPublicData } from '../../../web/public-site/public-data.ts'
import type { PublicFiles } from '../../../web/public-site/public-files.ts'

const LAYERS = ['cameras', 'guards', 'focus-areas', 'handlings'].map((id) => ({
  id,
  href: `layers/${id}.geojson`,
  title: { sv: id, en: id },
}))
const RELEASE = {
  key: '2026-Q1',
  kind: 'quarter',
  to: '2026-03-31',
  manifest: 'releases/2026-Q1/manifest.json',
}
const FIGURES = { period: '2026-Q1', to: '2026-03-31', areas: [{ key: 'a', name: 'Hamnstaden' }] }

const STARTED = { preparing: false, releases: [], layers: [] }
const WHOLE = { preparing: false, releases: [RELEASE], layers: LAYERS }

type Loaded = Readonly<Record<keyof typeof STARTED, unknown>>

/** A server with a sequence of indexes, the last one repeated; time passes on command. */
function server(...reported: readonly Loaded[]) {
  const requested: string[] = []
  const due: (() => void)[] = []
  const indexes = [...reported]
  const missing = new Set<string>()
  const response = async <T>(name: string, value: T): Promise<T> => {
    requested.push(name)
    if (missing.has(name)) throw new Error(`${name} is not there yet`)
    return value
  }
  const files: PublicFiles = {
    index: () => {
      const next = indexes.length > 1 ? indexes.shift() : indexes[0]
      return response('index', next as PublicIndex)
    },
    figures: (folder) => response(`${folder}figures`, FIGURES as unknown as ReleaseFigures),
    manifest: async () => Promise.reject(new Error('not asked for')),
    outlines: (folder) => response(`${folder}outlines`, { type: 'FeatureCollection', features: [] }),
    context: () => response('context', { type: 'FeatureCollection', features: [] }),
    notices: () => response('notices', { schemaVersion: '2', notices: [] }),
    work: () => response('work', { schemaVersion: '2', measures: [], commitments: [], promises: [] }),
    layer: (id) => response(`layers/${id}`, { type: 'FeatureCollection', features: [] }),
  }
  const data = createPublicData(files, (work) => due.push(work))
  return {
    data,
    asked: requested,
    due,
    missing,
    /** Lets time pass until the next reload, and waits for its responses. */
    again: async () => {
      due.shift()?.()
      await new Promise((resolve) => setTimeout(resolve, 0))
    },
  }
}

describe('loading the published data', () => {
  it('requests everything once where it is complete', async () => {
    const { data, due } = server(WHOLE)
    await data.load()
    expect(data.areas.value).toHaveLength(1)
    expect(data.measures.state.value.phase).toBe('ready')
    expect(data.waiting.value).toBe(false)
    expect(due).toHaveLength(0)
  })

  it('repeats requests to a server that has just started, and requests no unlisted file', async () => {
    const { data, asked: requested, again, due } = server(STARTED, { ...WHOLE, layers: [] }, WHOLE)
    await data.load()
    expect([data.waiting.value, data.areas.value.length]).toEqual([true, 0])
    await again()
    expect([data.waiting.value, data.areas.value.length]).toEqual([true, 1])
    expect(requested.filter((name) => name.startsWith('layers/'))).toEqual([])
    await again()
    expect(data.measures.state.value.phase).toBe('ready')
    expect([data.waiting.value, due.length]).toEqual([false, 0])
  })

  it('repeats failed requests, and keeps what has loaded', async () => {
    const { data, missing, again, due } = server(WHOLE)
    missing.add('layers/guards')
    await data.load()
    expect(data.measures.state.value.phase).toBe('failed')
    expect([data.areas.value.length, due.length]).toEqual([1, 1])
    missing.clear()
    missing.add('releases/2026-Q1/figures')
    await again()
    expect(data.measures.state.value.phase).toBe('ready')
    expect([data.areas.value.length, due.length]).toEqual([1, 1])
    missing.clear()
    await again()
    expect(due).toHaveLength(0)
  })

  it('stops after a while, unless the server is preparing releases', async () => {
    const silent = server(STARTED)
    await silent.data.load()
    for (let times = 0; times < 100 && silent.due.length > 0; times++) await silent.again()
    expect(silent.asked.filter((name) => name === 'index')).toHaveLength(16)
    expect(silent.data.waiting.value).toBe(false)

    const preparing = server({ ...STARTED, preparing: true })
    await preparing.data.load()
    for (let times = 0; times < 100; times++) await preparing.again()
    expect(preparing.due).toHaveLength(1)
    expect(preparing.data.waiting.value).toBe(true)
  })
})
