import { picturePng } from '../pictures/picture-png.ts'
import type { Picture } from '../pictures/picture.ts'
import { pageDocx, type PageToWord } from './page-docx.ts'

/** Pixels a unit: sharp in print. */
const SCALE = 2

/** A page and its drawings. */
export interface PageToDraw extends Omit<PageToWord, 'pictures'> {
  readonly pictures: readonly Picture[]
}

/** A page as a Word file, on a worker: drawing a map takes some tenths of a second. */
export default async function pageDocxTask({ pictures, ...page }: PageToDraw): Promise<Uint8Array> {
  const drawn = pictures.map((picture) => {
    return { png: picturePng(picture, SCALE), width: picture.width, height: picture.height }
  })
  return pageDocx({ ...page, pictures: drawn })
}
