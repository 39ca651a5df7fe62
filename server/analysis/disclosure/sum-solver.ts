import highsModule from 'highs'
import type { SumSystem } from './sum-system.ts'

/** The module's default export is the function itself; its declaration, read as CommonJS, says otherwise. */
const loadHighs = highsModule as unknown as typeof highsModule.default

/** What is asked of a part of a system. */
export interface SolveRequest {
  /** The atoms in question; every sum below lies within them. */
  readonly atoms: readonly number[]
  readonly sums: readonly number[]
  /** A sum to make small or large, or null where any solution will do. */
  readonly aim: { readonly sum: number; readonly sense: 'least' | 'most'; readonly cap: number } | null
  /** A sum that must come to a number. */
  readonly fixed?: { readonly sum: number; readonly value: number }
  /** Sums that may be broken, at a price for every unit; broken as little as can be. */
  readonly elastic?: ReadonlyMap<number, number>
}

export type SolveAnswer =
  | { readonly status: 'solved'; readonly values: Float64Array; readonly broken: readonly number[] }
  | { readonly status: 'infeasible' }
  /** Time was up; nothing is known. */
  | { readonly status: 'undecided' }

/** Decides by mixed-integer programming (HiGHS) what no short chain of moves decides. */
export interface SumSolver {
  solve(system: SumSystem, request: SolveRequest): SolveAnswer
}

type Highs = Awaited<ReturnType<typeof loadHighs>>
type Entry = readonly [column: number, coefficient: number]

/** Loads the solver: some 50 ms and a few megabytes, once a task. */
export async function openSumSolver({ secondsEach }: { readonly secondsEach: number }): Promise<SumSolver> {
  const highs = await loadHighs()
  return { solve: (system, request) => solveWith(highs, secondsEach, system, request) }
}

function solveWith(highs: Highs, secondsEach: number, system: SumSystem, request: SolveRequest): SolveAnswer {
  const { atoms, elastic = new Map<number, number>() } = request
  const problem = problemOf(system, request)
  const model = highs.createModel(modelOf(highs, problem))
  try {
    model.options.set({ output_flag: false, time_limit: secondsEach })
    model.run()
    const status = model.getModelStatus()
    const { optimal, infeasible, unboundedOrInfeasible } = highs.constants.modelStatus
    if (status === infeasible || status === unboundedOrInfeasible) return { status: 'infeasible' }
    if (status !== optimal) return { status: 'undecided' }
    const columns = model.getSolution().colValue
    const broken = [...elastic.keys()].filter((_, k) => {
      const slack = atoms.length + 2 * k
      return Math.round(columns[slack]!) > 0 || Math.round(columns[slack + 1]!) > 0
    })
    return { status: 'solved', values: Float64Array.from(columns.subarray(0, atoms.length)), broken }
  } finally {
    model.dispose()
  }
}

interface Problem {
  readonly columns: number
  readonly cost: Float64Array
  readonly rows: { readonly low: number; readonly high: number; readonly entries: readonly Entry[] }[]
  readonly sense: 'least' | 'most'
}

function problemOf(system: SumSystem, request: SolveRequest): Problem {
  const { atoms, sums, aim, fixed, elastic = new Map<number, number>() } = request
  const columnOf = new Map(atoms.map((atom, column) => [atom, column]))
  const entriesOf = (sum: number): Entry[] => {
    const { plus, minus } = system.sums[sum]!
    return [
      ...plus.map((atom): Entry => [columnOf.get(atom)!, 1]),
      ...minus.map((atom): Entry => [columnOf.get(atom)!, -1]),
    ]
  }
  const prices = [...elastic]
  const slackOf = new Map(prices.map(([sum], k) => [sum, atoms.length + 2 * k]))
  const columns = atoms.length + 2 * elastic.size
  const cost = new Float64Array(columns)
  prices.forEach(([, price], k) => cost.fill(price, atoms.length + 2 * k, atoms.length + 2 * k + 2))
  const rows = sums.map((sum) => {
    const slack = slackOf.get(sum)
    const give: readonly Entry[] =
      slack === undefined
        ? []
        : [
            [slack, 1],
            [slack + 1, -1],
          ]
    return { low: system.low[sum]!, high: system.high[sum]!, entries: [...entriesOf(sum), ...give] }
  })
  if (fixed !== undefined) rows.push({ low: fixed.value, high: fixed.value, entries: entriesOf(fixed.sum) })
  if (aim !== null) {
    for (const [column, sign] of entriesOf(aim.sum)) cost[column]! += sign
    const [low, high] = aim.sense === 'most' ? [-Infinity, aim.cap] : [aim.cap, Infinity]
    rows.push({ low, high, entries: entriesOf(aim.sum) })
  }
  return { columns, cost, rows, sense: aim?.sense ?? 'least' }
}

function modelOf(highs: Highs, { columns, cost, rows, sense }: Problem) {
  const { infinity, constants } = highs
  const finite = (bound: number) => Math.min(infinity, Math.max(-infinity, bound))
  const starts = new Int32Array(rows.length + 1)
  rows.forEach(({ entries }, row) => (starts[row + 1] = starts[row]! + entries.length))
  return {
    numCols: columns,
    numRows: rows.length,
    sense: sense === 'most' ? constants.objectiveSense.maximize : constants.objectiveSense.minimize,
    colCost: cost,
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns).fill(infinity),
    rowLower: Float64Array.from(rows, ({ low }) => finite(low)),
    rowUpper: Float64Array.from(rows, ({ high }) => finite(high)),
    integrality: new Int32Array(columns).fill(constants.variableType.integer),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: columns,
      starts,
      indices: Int32Array.from(rows.flatMap(({ entries }) => entries.map(([column]) => column))),
      values: Float64Array.from(rows.flatMap(({ entries }) => entries.map(([, coefficient]) => coefficient))),
    },
  }
}
