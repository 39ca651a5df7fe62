/** Something of a file as it is to be stored. */
export interface ReadArea<P> {
  readonly properties: P
  /**
   * GeoJSON geometry, metres in the city's CRS on the 1 cm grid, as text: half a million positions go from one thread to
   * another in 20 ms so, and in 150–400 ms as nested lists (measured).
   */
  readonly planar: string
}

/** A feature of the background map as it is to be stored. */
export type ReadContext = ReadArea<{ readonly name: string | null; readonly rank: number | null }>
