import type { FileLayer } from '../file-layer.ts'
import type { Texts } from '../../engine/texts.ts'

/** Descriptor under which the child process finds the file. */
export const GDAL_FILE_FD = 3

/** What is to be opened: one file, or some within a ZIP archive, by the one driver that may read it. */
export interface GdalRequest {
  readonly byteLength: number
  /** Ending by which the driver knows the file, without the dot. */
  readonly extension: string
  readonly driver: string
  /** Paths within the archive; null for a file that is none. */
  readonly entries: readonly string[] | null
  /** Of each of them how its attributes are encoded, where nothing in the archive says it; absent for none. */
  readonly encodings?: readonly (string | null)[]
}

/** The layer to write, by its place in the list, as GeoJSON to the standard output. */
export interface GdalChoice {
  readonly layer: number
}

/** What the child answers: the layers to the request, the end to the choice. */
export type GdalReply =
  | { readonly kind: 'layers'; readonly layers: readonly FileLayer[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'refused'; readonly why: Texts }
