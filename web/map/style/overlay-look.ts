import { PALETTE } from './palette.ts'

interface OverlayLook {
  readonly colour: string
  /** Dashes of its outline, in line widths; absent = solid. */
  readonly dash?: [number, number]
}

const look = <Id extends string>(looks: Readonly<Record<Id, OverlayLook>>) => looks

/** The look of overlays, the same on both maps. */
export const OVERLAY_LOOK = look({
  areas: { colour: PALETTE.area, dash: [4, 2] },
  'focus-areas': { colour: PALETTE.focusArea },
  'patrol-zones': { colour: PALETTE.patrol, dash: [2, 1.5] },
  cameras: { colour: PALETTE.camera },
  incidents: { colour: PALETTE.incident },
  proposals: { colour: PALETTE.accent },
})

/** Colour and dashes of an overlay's outline, `width` pixels wide. */
export function outlinePaint(id: keyof typeof OVERLAY_LOOK, width: number) {
  const { colour, dash } = OVERLAY_LOOK[id]
  return { 'line-color': colour, 'line-width': width, ...(dash !== undefined && { 'line-dasharray': dash }) }
}

/** The casing under an outline `width` pixels wide, whole where the outline is dashed. */
export function casingPaint(width: number) {
  return { 'line-color': PALETTE.halo, 'line-width': width + 2.5, 'line-opacity': 0.85 }
}
