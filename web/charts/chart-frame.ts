/** Sizes of a chart in its own units, which the page scales. */
export interface ChartFrame {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** The middle of a step. */
  x(step: number): number
  /** Where a step begins. */
  begin(step: number): number
  y(value: number): number
}

interface FrameInput {
  readonly width: number
  readonly height: number
  readonly steps: number
  /** The value at the upper end of the axis. */
  readonly max: number
}

const LEFT = 34
const RIGHT = 8
const TOP = 20
const BOTTOM = 22

/** The frame of a chart with so many steps. */
export function chartFrame({ width, height, steps, max }: FrameInput): ChartFrame {
  const step = (width - LEFT - RIGHT) / Math.max(1, steps)
  const begin = (index: number) => LEFT + index * step
  const ground = height - BOTTOM
  return {
    width,
    height,
    left: LEFT,
    top: TOP,
    right: width - RIGHT,
    bottom: ground,
    begin,
    x: (index) => begin(index) + step / 2,
    y: (value) => ground - (value / max) * (ground - TOP),
  }
}
