import { describe, expect, it } from 'vitest'
import type { Bench } from './bench.ts'
import { checkBench } from './check.ts'
import { hexbinBench } from './hexbin.ts'
import { tilesBench } from './tiles.ts'

/** Small enough to take a second; nothing is held to a time. */
const CONTEXT = { sizes: [3000], databaseUrl: null, seed: 1, log: () => {} }

describe('a benchmark', () => {
  it.each<[string, Bench]>([
    ['hexbin', hexbinBench],
    ['tiles', tilesBench],
    ['check', checkBench],
  ])('still runs: %s', async (name, bench) => {
    const rows = await bench.run(CONTEXT)
    expect(bench.name).toBe(name)
    for (const row of rows) expect(row.ours).toMatch(/\d/)
  })
})
