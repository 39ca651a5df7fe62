import type {
  PictureLineResponse,
  SituationPictureResponse,
} from '../../server/situation-pictures/contract.ts'
import { PICTURE_PATHS } from '../../server/situation-pictures/paths.ts'
import { pathTo } from '../../server/platform/http/paths.ts'
import type { HttpClient } from '../app/api/http-client.ts'

export type Picture = SituationPictureResponse
export type PictureLine = PictureLineResponse

/** The pictures of a place that the person may read, and what parties added to them. */
export interface PlacePictures {
  readonly pictures: readonly Picture[]
  readonly lines: readonly PictureLine[]
}

/** The calls about situation pictures. */
export interface PictureCalls {
  loadPlace(areaId: number, signal?: AbortSignal): Promise<PlacePictures>
  write(picture: object): Promise<unknown>
  change(id: number, revision: number, patch: object): Promise<unknown>
  addLine(line: object): Promise<unknown>
}

interface Items<T> {
  readonly items: readonly T[]
}

/** @param http how the server is asked */
export function createPictureCalls({ get, send }: HttpClient): PictureCalls {
  return {
    async loadPlace(areaId, signal) {
      const [pictures, lines] = await Promise.all([
        get<Items<Picture>>(`${PICTURE_PATHS.situationPictures}?area=${areaId}`, signal),
        get<Items<PictureLine>>(`${PICTURE_PATHS.pictureLines}?area=${areaId}`, signal),
      ])
      return { pictures: pictures.items, lines: lines.items }
    },
    write: (picture) => send('POST', PICTURE_PATHS.situationPictures, picture),
    change: (id, revision, patch) =>
      send('PATCH', pathTo(PICTURE_PATHS.situationPicture, { id }), patch, undefined, {
        'if-match': `"${revision}"`,
      }),
    addLine: (line) => send('POST', PICTURE_PATHS.pictureLines, line),
  }
}
