import type { Repositories } from './domain/ports.ts'

/** Everything that routes and commands work with. */
export interface Services {
  readonly repositories: Repositories
}
