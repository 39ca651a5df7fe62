import type { Audience } from './audience.ts'
import type { ContextKind } from '../../engine/snapshot/features.ts'
import { hasRight, type Right } from './rights.ts'

/**
 * The right that each map layer needs. The public and partners get releases of cameras, guards and proposals, never
 * these layers with exact points, views and schedules.
 */
const NEEDS: Readonly<Record<string, Right>> = {
  context: 'map.read',
  areas: 'map.read',
  'focus-areas': 'map.read',
  'patrol-zones': 'layers.read',
  cameras: 'layers.read',
  'camera-views': 'layers.read',
  proposals: 'proposals.read',
  hotspots: 'hotspots.read',
  incidents: 'incidents.read',
}

/** Whether an audience may see a layer at all; false for a layer that does not exist. */
export function maySeeLayer(audience: Audience, layer: string): boolean {
  return Object.hasOwn(NEEDS, layer) && hasRight(audience, NEEDS[layer]!)
}

/** Whether an audience may add missing features to the map. */
export function mayAddToMap(audience: Audience): boolean {
  return hasRight(audience, 'layers.write')
}

/** Whether an audience may know of an area: partners know of their own places only. */
export function maySeeArea(
  { role, placeIds }: Audience,
  area: { readonly id: number; readonly properties: { readonly kind: string } },
): boolean {
  return role !== 'partner' || area.properties.kind !== 'place' || placeIds.includes(area.id)
}

/** Whether an audience may know of a context feature: shelters are shown to analysts only. */
export function maySeeContext({ role }: Audience, { kind }: { readonly kind: ContextKind }): boolean {
  return kind !== 'shelter' || role === 'analyst' || role === 'operator'
}
