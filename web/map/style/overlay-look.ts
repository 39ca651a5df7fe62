import { PALETTE } from './palette.ts'

interface OverlayLook {
  readonly colour: string
  /** Of its outline, in widths of the line; absent = unbroken. */
  readonly dash?: [number, number]
}

const look = <Id extends string>(looks: Readonly<Record<Id, OverlayLook>>) => looks

/** How what lies over the map looks, whoever looks at it. */
export const OVERLAY_LOOK = look({
  areas: { colour: PALETTE.area, dash: [4, 2] },
  'focus-areas': { colour: PALETTE.focusArea },
  'patrol-zones': { colour: PALETTE.patrol, dash: [2, 1.5] },
  cameras: { colour: PALETTE.camera },
  incidents: { colour: PALETTE.incident },
  proposals: { colour: PALETTE.accent },
})

/** Colour and dashes of the outline of such a layer, `width` pixels wide. */
export function outlinePaint(id: keyof typeof OVERLAY_LOOK, width: number) {
  const { colour, dash } = OVERLAY_LOOK[id]
  return { 'line-color': colour, 'line-width': width, ...(dash !== undefined && { 'line-dasharray': dash }) }
}
