import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisTicks, namedSteps } from '../../web/charts/axis-ticks.ts'
import { chartFrame } from '../../web/charts/chart-frame.ts'
import { type ChartPoint, greatestOf, stretchesOf } from '../../web/charts/chart-series.ts'
import { STEPS } from '../../web/releases/map/breaks.ts'
import { contrastOf, lightnessOf, VISIONS } from './colour-vision.ts'

const value = (n: number): ChartPoint => ({ kind: 'value', value: n, text: String(n) })
const GAP: ChartPoint = { kind: 'gap', text: 'visas inte' }
const FEW: ChartPoint = { kind: 'range', low: 0, high: 4, text: 'färre än 5' }

describe('the axis of a chart', () => {
  it('begins at nought and ends at a round number that holds every value', () => {
    expect(axisTicks(89)).toEqual([0, 50, 100])
    expect(axisTicks(3.8)).toEqual([0, 1, 2, 3, 4])
    expect(axisTicks(0)).toEqual([0, 0.5])
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), (greatest) => {
        const ticks = axisTicks(greatest)
        expect(ticks[0]).toBe(0)
        expect(ticks.length).toBeLessThanOrEqual(5)
        expect(ticks.at(-1)! * (1 + 1e-9)).toBeGreaterThanOrEqual(greatest)
      }),
    )
  })

  it('names the newest step, and evenly as many others as fit', () => {
    expect(namedSteps(4, 5)).toEqual([0, 1, 2, 3])
    expect(namedSteps(8, 4)).toEqual([1, 3, 5, 7])
  })
})

describe('the line of a chart', () => {
  it('is broken where nothing is shown, and where only a range is known', () => {
    expect(stretchesOf([value(1), value(2), GAP, value(3), FEW, value(4)]).map((one) => one.length)).toEqual([
      2, 1, 1,
    ])
  })

  it('lies within the frame, whatever is hidden', () => {
    const points = [value(7), FEW, GAP]
    const max = axisTicks(greatestOf([{ name: 'a', points }], [{ low: 1, high: 9 }])).at(-1)!
    const frame = chartFrame({ width: 320, height: 150, steps: 3, max })
    expect(max).toBeGreaterThanOrEqual(9)
    for (const n of [0, 4, 9]) {
      expect(frame.y(n)).toBeGreaterThanOrEqual(frame.top)
      expect(frame.y(n)).toBeLessThanOrEqual(frame.bottom)
    }
    expect(frame.x(2)).toBeLessThan(frame.right)
  })
})

describe('charts and map without colour vision, and in grey', () => {
  const tokens = readFileSync(new URL('../../web/ui/tokens.css', import.meta.url), 'utf8')
  const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]+);`).exec(tokens)![1]!
  const marks = readFileSync(new URL('../../web/charts/chart-marks.module.css', import.meta.url), 'utf8')

  it.each(Object.keys(VISIONS) as (keyof typeof VISIONS)[])(
    'lines stand out from the paper: %s',
    (vision) => {
      for (const name of ['accent', 'line-strong', 'ink'])
        expect(contrastOf(token(name), token('paper'), VISIONS[vision])).toBeGreaterThan(3)
    },
  )

  it('tells lines apart by dash and marks, not by tone alone', () => {
    const dashes = [...marks.matchAll(/stroke-dasharray: ([^;]+);/g)].map(([, dash]) => dash)
    expect(new Set(dashes).size).toBe(2)
    expect(/\.line path \{([^}]*)\}/.exec(marks)?.[1]).not.toMatch('dasharray')
  })

  it.each(Object.keys(VISIONS) as (keyof typeof VISIONS)[])(
    'steps of the map keep their order: %s',
    (vision) => {
      const light = STEPS.map((step) => lightnessOf(step, VISIONS[vision]))
      for (const [step, lightness] of light.entries())
        if (step > 0) expect(light[step - 1]! - lightness).toBeGreaterThan(8)
    },
  )
})
