import highsModule from 'highs'
import type { SumSystem } from './sum-system.ts'

/** The module's default export is the function itself; its type declaration, read as CommonJS, is wrong. */
const loadHighs = highsModule as unknown as typeof highsModule.default

/** A question about a part of a system. */
export interface SolveRequest {
  /** The atoms in question; every sum below lies within them. */
  readonly atoms: readonly number[]
  readonly sums: readonly number[]
  /** A sum to minimise or maximise, or null for any solution. */
  readonly aim: { readonly sum: number; readonly sense: 'least' | 'most'; readonly cap: number } | null
  /** A sum that must have a value. */
  readonly fixed?: { readonly sum: number; readonly value: number }
  /** Sums that may exceed their bounds at a price per unit; the total is minimised. */
  readonly elastic?: ReadonlyMap<number, number>
}

export type SolveResult =
  /** Whole numbers, one an atom, and the elastic sums that they break. */
  | { readonly status: 'solved'; readonly values: Float64Array; readonly broken: readonly number[] }
  | { readonly status: 'infeasible' }
  /** Timed out; undecided. */
  | { readonly status: 'undecided' }

/** Mixed-integer programming (HiGHS) for what short chains of moves leave undecided. */
export interface SumSolver {
  solve(system: SumSystem, request: SolveRequest): SolveResult
}

type Highs = Awaited<ReturnType<typeof loadHighs>>
type Entry = readonly [column: number, coefficient: number]

/** Loads the solver: some 50 ms and a few megabytes, once a task. */
export async function openSumSolver({ secondsEach }: { readonly secondsEach: number }): Promise<SumSolver> {
  const highs = await loadHighs()
  return { solve: (system, request) => solveWith(highs, secondsEach, system, request) }
}

/** What rounding of the solver may add to a whole number. */
const ROUNDING = 1e-6

/**
 * Solves. What sums may exceed their bounds by is read off the relaxation, where that is a tenth of the work: rounded
 * up it is the cheapest if it costs less than one unit more. Infeasibility is confirmed on the relaxation without presolve, because presolve was seen to call 1,600
 * nearly singular feasible equalities infeasible. The caller checks solutions.
 */
function solveWith(highs: Highs, secondsEach: number, system: SumSystem, request: SolveRequest): SolveResult {
  const problem = problemOf(system, request)
  const bounded = withSlackBounded(highs, secondsEach, problem, request)
  if (bounded !== null) {
    const found = runModel(highs, secondsEach, bounded, true)
    if (found.status === 'optimal') return solvedBy(found.columns, request)
  }
  const inWholes = runModel(highs, secondsEach, problem, true)
  if (inWholes.status === 'optimal') return solvedBy(inWholes.columns, request)
  if (inWholes.status === 'undecided') return { status: 'undecided' }
  const inFractions = runModel(highs, secondsEach, problem, false)
  if (inFractions.status === 'infeasible') return { status: 'infeasible' }
  return inFractions.status === 'optimal' && satisfies(problem, inFractions.columns)
    ? solvedBy(inFractions.columns, request)
    : { status: 'undecided' }
}

/** The problem with no more slack than the cheapest; null where the relaxation does not tell how much that is. */
function withSlackBounded(
  highs: Highs,
  secondsEach: number,
  problem: Problem,
  { atoms, elastic }: SolveRequest,
): Problem | null {
  if (elastic === undefined || [...elastic.values()].some((price) => !Number.isInteger(price))) return null
  const relaxed = runModel(highs, secondsEach, problem, false, 'choose')
  if (relaxed.status !== 'optimal') return null
  const isSlack = (column: number) => column >= atoms.length
  const columnHigh = problem.columnHigh.map((high, column) =>
    isSlack(column) ? Math.ceil(relaxed.columns[column]! - ROUNDING) : high,
  )
  const excess = columnHigh.reduce(
    (sum, high, column) =>
      isSlack(column) ? sum + problem.cost[column]! * (high - relaxed.columns[column]!) : sum,
    0,
  )
  return excess < 1 - ROUNDING ? { ...problem, columnHigh } : null
}

type Run =
  | { readonly status: 'optimal'; readonly columns: Float64Array }
  | { readonly status: 'infeasible' | 'undecided' }

function runModel(
  highs: Highs,
  secondsEach: number,
  problem: Problem,
  inWholes: boolean,
  presolve: 'choose' | 'off' = inWholes ? 'choose' : 'off',
): Run {
  const model = highs.createModel(modelOf(highs, problem, inWholes))
  try {
    model.options.set({ output_flag: false, time_limit: secondsEach, presolve })
    model.run()
    const status = model.getModelStatus()
    const { optimal, infeasible } = highs.constants.modelStatus
    if (status === optimal) return { status: 'optimal', columns: model.getSolution().colValue }
    return { status: status === infeasible ? 'infeasible' : 'undecided' }
  } finally {
    model.dispose()
  }
}

/** Whether a solution keeps every bound once it is rounded to whole numbers. */
function satisfies({ rows }: Problem, columns: Float64Array): boolean {
  return rows.every(({ low, high, entries }) => {
    const total = entries.reduce((sum, [column, factor]) => sum + factor * Math.round(columns[column]!), 0)
    return total >= low && total <= high
  })
}

function solvedBy(columns: Float64Array, { atoms, elastic }: SolveRequest): SolveResult {
  const broken = [...(elastic ?? new Map<number, number>()).keys()].filter((_, k) => {
    const slack = atoms.length + 2 * k
    return Math.round(columns[slack]!) > 0 || Math.round(columns[slack + 1]!) > 0
  })
  // Adding zero turns the −0 that rounding gives into 0.
  const values = columns.slice(0, atoms.length).map((value) => Math.round(value) + 0)
  return { status: 'solved', values, broken }
}

interface Problem {
  readonly columns: number
  readonly cost: Float64Array
  /** Greatest value of each column; the least is 0. */
  readonly columnHigh: Float64Array
  readonly rows: { readonly low: number; readonly high: number; readonly entries: readonly Entry[] }[]
  readonly sense: 'least' | 'most'
}

function problemOf(system: SumSystem, request: SolveRequest): Problem {
  const { atoms, sums, aim, elastic = new Map<number, number>() } = request
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
  const wanted = boundsWanted(request)
  const boundsOf = (sum: number) => {
    const own = wanted?.sum === sum && !slackOf.has(sum) ? wanted : null
    return {
      low: Math.max(system.low[sum]!, own?.low ?? -Infinity),
      high: Math.min(system.high[sum]!, own?.high ?? Infinity),
    }
  }
  const rows = sums.map((sum) => {
    const slack = slackOf.get(sum) ?? -1
    const give: readonly Entry[] = slack < 0 ? [] : slackEntries(slack)
    return { ...boundsOf(sum), entries: [...entriesOf(sum), ...give] }
  })
  if (wanted !== null && (!sums.includes(wanted.sum) || slackOf.has(wanted.sum))) {
    rows.push({ low: wanted.low, high: wanted.high, entries: entriesOf(wanted.sum) })
  }
  if (aim !== null) for (const [column, sign] of entriesOf(aim.sum)) cost[column]! += sign
  const columnHigh = new Float64Array(columns).fill(Infinity)
  return { columns, cost, columnHigh, rows, sense: aim?.sense ?? 'least' }
}

/** Bounds that a request puts on a sum besides the system's. */
function boundsWanted({ aim, fixed }: SolveRequest) {
  if (fixed !== undefined) return { sum: fixed.sum, low: fixed.value, high: fixed.value }
  if (aim === null) return null
  return aim.sense === 'most'
    ? { sum: aim.sum, low: -Infinity, high: aim.cap }
    : { sum: aim.sum, low: aim.cap, high: Infinity }
}

/** Columns by which a row may exceed or fall short of its bounds. */
function slackEntries(slack: number): readonly Entry[] {
  return [
    [slack, 1],
    [slack + 1, -1],
  ]
}

function modelOf(highs: Highs, { columns, cost, columnHigh, rows, sense }: Problem, inWholes: boolean) {
  const { infinity, constants } = highs
  const { integer, continuous } = constants.variableType
  const finite = (bound: number) => Math.min(infinity, Math.max(-infinity, bound))
  const starts = new Int32Array(rows.length + 1)
  rows.forEach(({ entries }, row) => (starts[row + 1] = starts[row]! + entries.length))
  return {
    numCols: columns,
    numRows: rows.length,
    sense: sense === 'most' ? constants.objectiveSense.maximize : constants.objectiveSense.minimize,
    colCost: cost,
    colLower: new Float64Array(columns),
    colUpper: columnHigh.map(finite),
    rowLower: Float64Array.from(rows, ({ low }) => finite(low)),
    rowUpper: Float64Array.from(rows, ({ high }) => finite(high)),
    integrality: new Int32Array(columns).fill(inWholes ? integer : continuous),
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
