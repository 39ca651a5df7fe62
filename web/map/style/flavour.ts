import type { StyleSpecification } from 'maplibre-gl'
import { type Colour, DARK_PALETTE, type Flavour, PALETTE } from './palette.ts'

const COLOURS = Object.keys(PALETTE) as Colour[]
const TO_DARK = new Map(COLOURS.map((colour) => [PALETTE[colour] as string, DARK_PALETTE[colour]]))
const TO_LIGHT = new Map(COLOURS.map((colour) => [DARK_PALETTE[colour], PALETTE[colour] as string]))

/** A colour of the map by its name. */
export function colourIn(flavour: Flavour, colour: Colour): string {
  return flavour === 'dark' ? DARK_PALETTE[colour] : PALETTE[colour]
}

/** The same layer, paint or other part of a style, with its colours in a flavour; what is of no palette stays. */
export function inFlavour<T>(part: T, flavour: Flavour): T {
  return replaced(part, flavour === 'dark' ? TO_DARK : TO_LIGHT) as T
}

function replaced(part: unknown, colours: ReadonlyMap<string, string>): unknown {
  if (typeof part === 'string') return colours.get(part) ?? part
  if (Array.isArray(part)) return part.map((one) => replaced(one, colours))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, replaced(one, colours)]))
}

/** Paint properties of a style's layers that differ in a flavour. */
export function paintChanges(
  { layers }: Pick<StyleSpecification, 'layers'>,
  flavour: Flavour,
): readonly { readonly layer: string; readonly property: string; readonly value: unknown }[] {
  return layers.flatMap(({ id, paint = {} }) =>
    Object.entries(paint).flatMap(([property, before]) => {
      const value = inFlavour(before, flavour)
      return JSON.stringify(value) === JSON.stringify(before) ? [] : [{ layer: id, property, value }]
    }),
  )
}
