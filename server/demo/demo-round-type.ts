import type { CategoryGroupCode } from '../engine/snapshot/categories.ts'

/** One worked place of the demo city, from its problem to what became of its measure. */
export interface DemoRound {
  readonly place: string
  readonly problem: {
    readonly title: string
    readonly subject: CategoryGroupCode
    readonly where: string
    readonly when: string
    readonly priority: boolean
  }
  /** Each behind the one before it, the first behind none. */
  readonly causes: readonly {
    readonly why: string
    readonly causeKind: string
    readonly state: 'assumed' | 'supported' | 'contradicted'
    readonly evidence?: string
    readonly contradictedBy?: string
  }[]
  readonly goal: {
    readonly what: string
    readonly indicator: string
    readonly baseline: number
    readonly target: number
  }
  readonly measure: {
    readonly title: string
    readonly type: string
    readonly owner: string
    readonly state: 'proposed' | 'ongoing' | 'done'
    readonly beginsOn: string | null
    readonly endsOn: string | null
    readonly amountSek: number
    readonly money: 'granted' | 'applied'
    /** The planted spot that it covers, where that is more than the place. */
    readonly spot?: string
    /** Whether its owner has marked it, and what came of it, for the city's page. */
    readonly shown: boolean
  }
  /** Null for a measure that is not carried out. */
  readonly evaluation: {
    readonly group: CategoryGroupCode
    readonly carriedOutBy: string | null
    readonly learnt: string
    readonly state: 'continue' | 'change' | 'end'
  } | null
}
