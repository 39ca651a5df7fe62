/** Parameters of migrations, fixed when the city's database is created. */
export interface MigrationContext {
  /** EPSG code of the city's CRS. */
  readonly srid: number
}

/** One step of the schema. Append-only: once released, its text never changes. */
export interface Migration {
  readonly name: string
  /** The statements, run in one transaction with all other pending migrations. */
  sql(context: MigrationContext): string
}
