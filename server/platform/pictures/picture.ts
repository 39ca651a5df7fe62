/** Positions in the picture's units: x, y, x, y, … to the right and downwards. */
export type Path = readonly number[]

/** A line's looks; `dash` is drawn and left out by turns. */
export interface Stroke {
  /** `#rrggbb`. */
  readonly colour: string
  readonly width: number
  readonly dash?: readonly number[]
}

/** A flat drawing, from which markup and pixels are made alike. Shapes are painted in their order. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly background: string
  readonly shapes: readonly Shape[]
}

export type Shape =
  /** Rings by the even-odd rule. */
  | {
      readonly kind: 'area'
      readonly rings: readonly Path[]
      readonly fill?: { readonly colour: string; readonly opacity?: number }
      readonly stroke?: Stroke
    }
  | { readonly kind: 'line'; readonly path: Path; readonly stroke: Stroke }
  /** A line of letters around or from a position, on a halo where letters stand on other shapes. */
  | {
      readonly kind: 'text'
      readonly letters: string
      readonly x: number
      readonly y: number
      readonly size: number
      readonly colour: string
      readonly degrees?: number
      readonly anchor?: 'start' | 'middle' | 'end'
      readonly halo?: string
    }

/** A rectangle as an area's ring. */
export function box(x: number, y: number, width: number, height: number): Path {
  return [x, y, x + width, y, x + width, y + height, x, y + height]
}

/** A path as positions. */
export function pairsOf(path: Path): readonly (readonly [x: number, y: number])[] {
  return Array.from({ length: path.length / 2 }, (_, k) => [path[2 * k]!, path[2 * k + 1]!])
}
