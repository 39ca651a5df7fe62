import type { Bounds } from './geometry.ts'

type Corner = [longitude: number, latitude: number]

/** Bounds as MapLibre takes them. */
export function lngLatBounds([west, south, east, north]: Bounds): [Corner, Corner] {
  return [
    [west, south],
    [east, north],
  ]
}
