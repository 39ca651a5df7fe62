/** Segments as flat whole-number coordinates: x1, y1, x2, y2, … */
export type Segments = readonly number[]

/** Points to cut segments at, flat (x, y, …), by index of the segment. */
export type Cuts = ReadonlyMap<number, readonly number[]>
