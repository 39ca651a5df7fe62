import { describe, expect, it } from 'vitest'
import { createReadiness } from '../../server/operations/readiness.ts'

const INFO = { kind: 'embedded', version: '18', postgis: '3.6', srid: 3006 } as const
const STATUS = { version: 'a', incidents: 0, loadedAtMs: 0, lagMs: 0, bytes: 0 }

describe('a flood of probes', () => {
  it('reaches the database as one statement at a time', async () => {
    const pings: ((alive: boolean) => void)[] = []
    const readiness = createReadiness({
      repositories: {
        ping: () => new Promise((resolve) => void pings.push(resolve)),
        info: async () => INFO,
        isDiskFull: () => false,
      },
      snapshots: { status: () => STATUS },
      demo: false,
    })
    const flood = async (alive: boolean) => {
      const probes = [readiness(false), readiness(false), readiness(false)]
      pings.at(-1)!(alive)
      return (await Promise.all(probes)).map(({ status }) => status)
    }
    expect(await flood(true)).toEqual(['ready', 'ready', 'ready'])
    expect(pings).toHaveLength(1)
    expect(await flood(false)).toEqual(['unavailable', 'unavailable', 'unavailable'])
    expect(pings).toHaveLength(2)
  })
})

describe('a full disk', () => {
  it('is in the details, while the status stays ready, because reads work', async () => {
    const readiness = createReadiness({
      repositories: { ping: async () => true, info: async () => INFO, isDiskFull: () => true },
      snapshots: { status: () => STATUS },
      demo: false,
    })
    expect(await readiness(true)).toMatchObject({ status: 'ready', database: { disk: 'full' } })
    expect(await readiness(false)).toEqual({ status: 'ready' })
  })
})
