import type { Page } from 'playwright-core'
import type { DemoPage } from '../demo-page.ts'
import { part } from '../part.ts'

interface CellsResponse {
  readonly features: readonly {
    readonly geometry: { readonly coordinates: readonly (readonly (readonly [number, number])[])[] }
    readonly properties: {
      readonly i: number
      readonly j: number
      readonly class: string
      readonly low: number
    }
  }[]
}

/** A place on earth and the cell that it is the middle of. */
export interface CellPlace {
  readonly i: number
  readonly j: number
  readonly longitude: number
  readonly latitude: number
}

/** The middle of the cell that stands out most in a group of the last twelve months. */
export async function strongestCell(city: DemoPage, group: string): Promise<CellPlace> {
  const response = await city.fetch(`/api/hotspots?group=${group}&from=2025-11-01&to=2026-11-01&cell=200`)
  const { features } = (await response.json()) as CellsResponse
  const [strongest] = [...features].sort((a, b) => b.properties.low - a.properties.low)
  const ring = strongest?.geometry.coordinates[0]?.slice(0, 6) ?? []
  const mean = (axis: 0 | 1) => ring.reduce((sum, corner) => sum + corner[axis], 0) / ring.length
  const { i, j } = strongest?.properties ?? { i: 0, j: 0 }
  return { i, j, longitude: mean(0), latitude: mean(1) }
}

/** An address that has the place in the middle of the map. */
export function around(place: CellPlace, rest = ''): string {
  return `/?at=14.50,${place.latitude.toFixed(5)},${place.longitude.toFixed(5)}${rest}`
}

/** The middle of the map, in pixels of the page. */
export async function middleOfMap(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const box = await part(page, 'map').boundingBox()
  if (box === null) throw new Error('There is no map on the page.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
