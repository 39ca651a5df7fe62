import type { Audience } from './audience.ts'
import type { ContextKind } from '../../engine/snapshot/features.ts'
import { hasRight, type Right } from './rights.ts'

/**
 * What a map layer takes. What the public and partners get of cameras, guards and proposals are releases of their
 * own, never these layers with their exact points, views and schedules.
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

/** Whether an area may be known to an audience: partners know of their own places only. */
export function maySeeArea(
  { role, placeIds }: Audience,
  area: { readonly id: number; readonly properties: { readonly kind: string } },
): boolean {
  return role !== 'partner' || area.properties.kind !== 'place' || placeIds.includes(area.id)
}

/** Whether a context feature may be known to an audience: where a shelter is, analysts alone may know. */
export function maySeeContext({ role }: Audience, { kind }: { readonly kind: ContextKind }): boolean {
  return kind !== 'shelter' || role === 'analyst' || role === 'operator'
}
