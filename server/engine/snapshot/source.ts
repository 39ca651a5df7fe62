import type { Role } from '../disclosure/roles.ts'
import type { Register } from '../disclosure/registers.ts'

/** An organisation that may read a source, and the statute or agreement that it may by. */
export interface SourceBoard {
  /** Its id. */
  readonly organisation: number
  readonly ground: string
}

/** Where incidents come from and on what terms. Every import has one. */
export interface Source {
  readonly id: string
  readonly title: string
  /** Who recorded: the police's records and the city's own reports are never summed. */
  readonly register: Register
  readonly controller: string
  readonly legalBasis: string
  readonly agreement: string | null
  readonly purpose: string
  readonly audiences: readonly Role[]
  /** The organisations of staff whose members may read it, each on its ground; null = all. */
  readonly boards: readonly SourceBoard[] | null
  /** Whether documents may cite its figures. */
  readonly citable: boolean
  /** Days that incidents are kept; null = until the source is removed. */
  readonly retentionDays: number | null
  /** What the source covers in time: ISO dates; null = open. */
  readonly coversFrom: string | null
  readonly coversTo: string | null
  /** Id of the area that the source covers; null = the study area. */
  readonly coversAreaId: number | null
}
