import semiBold from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2'
import regular from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2'
import type { FontFaces } from './build-style.ts'
import { LABEL_FONT, LABEL_FONT_STRONG } from './label-layers.ts'

/** The fonts of the map's labels, as font files. */
export function fontFaces(origin: string): FontFaces {
  return {
    [LABEL_FONT]: [{ url: new URL(regular, origin).href }],
    [LABEL_FONT_STRONG]: [{ url: new URL(semiBold, origin).href }],
  }
}
