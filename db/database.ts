import type { City } from './client/city.ts'
import type { Repositories } from './repositories.ts'
import type { OpenDatabase } from './client/database.ts'

/** An open database: queries by `knex`, use cases by `repositories`. */
export interface Database extends OpenDatabase {
  readonly repositories: Repositories
  /** Brings the schema up to date and settles the city's row; the other members need it done once. */
  migrate(): Promise<City>
}
