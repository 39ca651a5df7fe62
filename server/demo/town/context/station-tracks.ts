import { pointsAlong, splineThrough } from '../../geometry/curve.ts'
import { add, direction, leftOf, type Line, lineLength, scale } from '../../geometry/vector.ts'
import { RAILWAY } from '../../plan/roads.ts'

/** Sidings beside the line: how far aside, and over which stretch, metres along the line from the harbour. */
const SIDINGS = [
  { asideMetres: 9, fromMetres: 3280, toMetres: 4270 },
  { asideMetres: 18, fromMetres: 3360, toMetres: 4180 },
  { asideMetres: 27, fromMetres: 3460, toMetres: 4080 },
  { asideMetres: -9, fromMetres: 3300, toMetres: 4250 },
  { asideMetres: -18, fromMetres: 3420, toMetres: 4100 },
] as const

/** The tracks at the central station beside the through line, each joined to it at both ends. */
export function stationTracks(): readonly Line[] {
  return RAILWAY.flatMap(({ through }) => {
    const line = splineThrough(through, 24)
    return SIDINGS.map(({ asideMetres, fromMetres, toMetres }) => {
      const end = Math.min(toMetres, lineLength(line))
      const samples = pointsAlong(line, 20, fromMetres).slice(0, Math.floor((end - fromMetres) / 20) + 1)
      return samples.map(({ at, from, to }, k) => {
        const taper = Math.min(1, k / 5, (samples.length - 1 - k) / 5)
        return add(at, scale(leftOf(direction(from, to)), asideMetres * taper))
      })
    })
  })
}
