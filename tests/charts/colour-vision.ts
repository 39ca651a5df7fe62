type Matrix = readonly (readonly [number, number, number])[]

/** How colours look to people with each kind of colour vision: Machado, Oliveira & Fernandes 2009, full severity. */
export const VISIONS = {
  trichromat: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanope: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranope: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanope: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  grey: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
} as const satisfies Readonly<Record<string, Matrix>>

/** Relative luminance of a colour `#rrggbb` as it is seen (WCAG 2.1). */
function luminanceOf(colour: string, vision: Matrix): number {
  const linear = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  const [red, green, blue] = vision.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, weight, k) => sum + weight * linear[k]!, 0),
      ),
    ),
  )
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

/** Contrast of two colours as they are seen. */
export function contrastOf(a: string, b: string, vision: Matrix): number {
  const [dark, light] = [luminanceOf(a, vision), luminanceOf(b, vision)].toSorted((x, y) => x - y)
  return (light! + 0.05) / (dark! + 0.05)
}

/** Lightness L* of a colour as it is seen (CIE 1976). */
export function lightnessOf(colour: string, vision: Matrix): number {
  const y = luminanceOf(colour, vision)
  return y > 216 / 24_389 ? 116 * Math.cbrt(y) - 16 : (y * 24_389) / 27
}
