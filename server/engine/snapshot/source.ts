import type { Role } from '../disclosure/roles.ts'
import type { Register } from '../disclosure/registers.ts'

/** Where incidents come from and on what terms. Without one there is no import. */
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
  /** Days that incidents are kept; null = until the source is removed. */
  readonly retentionDays: number | null
  /** What the source covers in time: ISO dates; null = open. */
  readonly coversFrom: string | null
  readonly coversTo: string | null
  /** Id of the area that the source covers; null = the study area. */
  readonly coversAreaId: number | null
}
