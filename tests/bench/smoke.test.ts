import { describe, expect, it } from 'vitest'
import type { Bench } from './bench.ts'
import { checkBench } from './check.ts'
import { hexbinBench } from './hexbin.ts'
import { tilesBench } from './tiles.ts'
import { unitsBench } from './units.ts'

/** Small enough to take a second; nothing is held to a time. */
const CONTEXT = { databaseUrl: null, seed: 1, log: () => {} }

describe('a benchmark', () => {
  it.each<[string, Bench, number]>([
    ['hexbin', hexbinBench, 3000],
    ['tiles', tilesBench, 60_000],
    ['check', checkBench, 3000],
    ['units', unitsBench, 3000],
  ])('still runs: %s', async (name, bench, size) => {
    const rows = await bench.run({ ...CONTEXT, sizes: [size] })
    expect(bench.name).toBe(name)
    for (const row of rows) expect(row.ours).toMatch(/\d/)
  })
})
