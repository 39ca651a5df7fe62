import { type Html, html } from '../pages/html.ts'
import { pairsOf, type Path, type Picture, type Shape, type Stroke } from './picture.ts'

const HALO = 3

/**
 * A picture as markup.
 *
 * @param label what it shows, for those who do not see it
 * @param name class of the element
 */
export function pictureSvg(
  { width, height, background, shapes }: Picture,
  label: string,
  name: string,
): Html {
  return html`<svg class="${name}" role="img" aria-label="${label}" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" fill="${background}"/>
${shapes.map(shapeOf)}
</svg>`
}

function shapeOf(shape: Shape): Html {
  if (shape.kind === 'text') return textOf(shape)
  const { stroke } = shape
  const fill = shape.kind === 'line' ? undefined : shape.fill
  const markup =
    shape.kind === 'line' ? pathOf(shape.path) : shape.rings.map((ring) => `${pathOf(ring)}Z`).join('')
  return html`<path d="${markup}" fill="${fill?.colour ?? 'none'}"${fill?.opacity === undefined ? null : html` fill-opacity="${fill.opacity}"`}${stroke === undefined ? null : strokeOf(stroke)} fill-rule="evenodd" stroke-linejoin="round"/>`
}

function strokeOf({ colour, width, dash }: Stroke): Html {
  return html` stroke="${colour}" stroke-width="${width}"${dash === undefined ? null : html` stroke-dasharray="${dash.join(' ')}"`} stroke-linecap="${dash === undefined ? 'round' : 'butt'}"`
}

function textOf(shape: Extract<Shape, { readonly kind: 'text' }>): Html {
  const { letters, x, y, size, colour, degrees = 0, anchor = 'middle', halo } = shape
  const turn = degrees === 0 ? '' : ` rotate(${degrees.toFixed(0)})`
  return html`<text transform="translate(${x.toFixed(1)} ${y.toFixed(1)})${turn}" font-size="${size}" fill="${colour}"${halo === undefined ? null : html` stroke="${halo}" stroke-width="${HALO}" paint-order="stroke"`} text-anchor="${anchor}" dominant-baseline="central">${letters}</text>`
}

function pathOf(path: Path): string {
  return `M${pairsOf(path)
    .map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`)
    .join('L')}`
}
