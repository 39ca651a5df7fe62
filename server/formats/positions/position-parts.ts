/** The two halves of a position in one text, as texts of coordinates. */
export interface PositionText {
  readonly first: string
  readonly second: string
  /** `xy` where the text's form says that the easting or longitude comes first, `yx` the other way; null where it does not say. */
  readonly order: 'xy' | 'yx' | null
  /** EPSG code that the text itself names; null when it names none. */
  readonly srid: number | null
}

/** A text that is no position of one point: why. */
export interface PositionFault {
  readonly detail: string
}
