import { describe, expect, it } from 'vitest'
import { cellAt } from '../../server/engine/lattice/lattice.ts'
import { moduleOf, openModuleTracer } from './module-tracer.ts'

describe('the tracer of modules', () => {
  it.each([
    ['server/hotspots/http/route.ts', 'hotspots'],
    ['server/main.ts', 'app'],
    ['db/reviews/queries/insert.ts', 'db/reviews'],
    ['db/client.ts', 'db'],
    ['tiles/mvt/encode.ts', 'tiles'],
    ['tests/bench/run.ts', null],
  ])('assigns %s to %s', (path, module) => {
    expect(moduleOf(path)).toBe(module)
  })

  it('sees the module of a function that was called, and none where none was', async () => {
    const tracer = await openModuleTracer({ quietMs: 50 })
    const entered = async (work: () => unknown) => {
      const { features, floors } = await tracer.entered(async () => work())
      return [...features, ...floors]
    }
    expect(await entered(() => {})).toEqual([])
    expect(await entered(() => cellAt(674_000, 6_580_000, 200))).toHaveLength(1)
    await tracer.close()
  })
})
