import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { createSumAttack } from '../../../server/engine/disclosure/sum-attack.ts'
import { openSumSolver, type SumSolver } from '../../../server/engine/disclosure/sum-solver.ts'
import type { SumSystem } from '../../../server/engine/disclosure/sum-system.ts'

let solver: SumSolver
beforeAll(async () => {
  solver = await openSumSolver({ secondsEach: 20 })
})

type DisclosedSums = readonly [atoms: readonly number[], low: number, high: number]

function systemOf(atoms: number, disclosed: readonly DisclosedSums[]): SumSystem {
  return {
    atoms,
    sums: disclosed.map(([plus]) => ({ plus, minus: [] })),
    low: Float64Array.from(disclosed, ([, low]) => low),
    high: Float64Array.from(disclosed, ([, , high]) => high),
  }
}

/** Every value 0–most that a sum takes in some solution, by trying all whole numbers up to a ceiling. */
function possibleByTrying(system: SumSystem, sum: number, maxValue: number, ceiling: number): number[] {
  const seen = new Set<number>()
  const values = Array.from({ length: system.atoms }, () => 0)
  const totalOf = (at: number) => system.sums[at]!.plus.reduce((total, atom) => total + values[atom]!, 0)
  const fits = () =>
    system.sums.every((_, at) => totalOf(at) >= system.low[at]! && totalOf(at) <= system.high[at]!)
  const tryFrom = (atom: number): void => {
    if (atom === system.atoms) {
      if (fits()) seen.add(totalOf(sum))
      return
    }
    for (let value = 0; value <= ceiling; value++) {
      values[atom] = value
      tryFrom(atom + 1)
    }
  }
  tryFrom(0)
  return Array.from({ length: maxValue + 1 }, (_, value) => value).filter((value) => seen.has(value))
}

const hidden = (sum: number, maxValue = 4) => ({ sum, maxValue, orAbove: false })

describe('an attack on sums', () => {
  it('finds a hidden figure that the others disclose', () => {
    const system = systemOf(2, [
      [[0, 1], 12, 12],
      [[0], 10, 10],
      [[1], 0, 4],
    ])
    expect(createSumAttack(system, solver).breachOf(hidden(2))).toEqual({
      sum: 2,
      low: 2,
      high: 2,
      excluded: [0, 1, 3, 4],
    })
  })

  it('finds none where the rounding of the others leaves room', () => {
    const system = systemOf(2, [
      [[0, 1], 8, 12],
      [[0], 8, 12],
      [[1], 0, 4],
    ])
    expect(createSumAttack(system, solver).breachOf(hidden(2))).toBeNull()
  })

  it('solves sums of pairs that no single sum discloses', () => {
    const system = systemOf(4, [
      [[0, 1], 4, 4],
      [[1, 2], 4, 4],
      [[0, 2, 3], 4, 4],
      [[0], 0, 4],
      [[3], 0, 0],
    ])
    expect(createSumAttack(system, solver).breachOf(hidden(3))).toMatchObject({ excluded: [0, 1, 3, 4] })
  })

  it('agrees with trying every whole number', () => {
    const atoms = 4
    const ceiling = 6
    const disclosed = fc.tuple(
      fc.subarray([0, 1, 2, 3], { minLength: 1 }),
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 5 }),
    )
    fc.assert(
      fc.property(
        fc.array(disclosed, { minLength: 1, maxLength: 6 }),
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 }),
        (drawn, truth) => {
          // Bounds round the truth, so that there is a solution; a ceiling on every atom, so that all can be tried.
          const sums = drawn.map(([plus, below, above]): DisclosedSums => {
            const total = plus.reduce((sum, atom) => sum + truth[atom]!, 0)
            return [plus, Math.max(0, total - below), total + above]
          })
          const capped = Array.from({ length: atoms }, (_, atom): DisclosedSums => [[atom], 0, ceiling])
          const system = systemOf(atoms, [...sums, ...capped])
          const possible = possibleByTrying(system, 0, 4, ceiling)
          const breach = createSumAttack(system, solver).breachOf(hidden(0))
          const found = [0, 1, 2, 3, 4].filter((value) => breach?.excluded.includes(value) !== true)
          expect(found).toEqual(possible)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('uses that a part of the week is at most the whole', () => {
    const system: SumSystem = {
      atoms: 3,
      sums: [
        { plus: [0], minus: [] },
        { plus: [1], minus: [] },
        { plus: [2], minus: [] },
        { plus: [1, 2], minus: [0] },
      ],
      low: Float64Array.of(5, 5, 0, -Infinity),
      high: Float64Array.of(7, 7, 4, 0),
    }
    expect(createSumAttack(system, solver).breachOf(hidden(2))).toMatchObject({ low: 0, high: 2 })
  })

  it('treats a withheld figure as safe when it may also be large', () => {
    const system = systemOf(2, [
      [[0, 1], 8, 12],
      [[0], 0, Infinity],
      [[1], 8, 12],
    ])
    const attack = createSumAttack(system, solver)
    expect(attack.breachOf({ sum: 1, maxValue: 4, orAbove: true })).toBeNull()
    const tight = systemOf(2, [
      [[0, 1], 8, 12],
      [[0], 0, Infinity],
      [[1], 10, 12],
    ])
    expect(createSumAttack(tight, solver).breachOf({ sum: 1, maxValue: 4, orAbove: true })).toMatchObject({
      high: 2,
    })
  })

  it('names the cheapest figures whose hiding makes a value possible again', () => {
    const system = systemOf(2, [
      [[0, 1], 5, 7],
      [[0], 5, 7],
      [[1], 0, 4],
    ])
    const attack = createSumAttack(system, solver)
    expect(attack.breachOf(hidden(2))).toMatchObject({ low: 0, high: 2 })
    expect(
      attack.hideFor(
        2,
        4,
        new Map([
          [0, 20],
          [1, 1],
        ]),
      ),
    ).toEqual([1])
    expect(
      attack.hideFor(
        2,
        4,
        new Map([
          [0, 1],
          [1, 20],
        ]),
      ),
    ).toEqual([0])
    attack.hide(1)
    expect(attack.breachOf(hidden(2))).toBeNull()
  })

  it('loosens contradicting figures as little as possible', () => {
    const system = systemOf(2, [
      [[0, 1], 0, 4],
      [[0], 6, 7],
      [[1], 0, 4],
    ])
    const attack = createSumAttack(system, solver)
    expect(attack.loosened).toHaveLength(1)
    expect(attack.breachOf(hidden(2))).toMatchObject({ low: 0 })
  })
})
