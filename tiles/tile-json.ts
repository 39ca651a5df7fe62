/** TileJSON 3.0.0, as far as this service uses it. */
export interface TileJson {
  readonly tilejson: '3.0.0'
  readonly name: string
  readonly description: string
  readonly version: string
  readonly scheme: 'xyz'
  readonly tiles: readonly string[]
  readonly attribution: string
  /** West, south, east, north in degrees. */
  readonly bounds: readonly [number, number, number, number]
  readonly center: readonly [number, number, number]
  readonly minzoom: number
  readonly maxzoom: number
  readonly vector_layers: readonly {
    readonly id: string
    readonly description: string
    readonly fields: Readonly<Record<string, string>>
  }[]
}
