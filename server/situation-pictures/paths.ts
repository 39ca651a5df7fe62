/** Paths of this module as OpenAPI templates. */
export const PICTURE_PATHS = {
  situationPictures: '/api/situation-pictures',
  situationPicture: '/api/situation-pictures/{id}',
  situationPictureHistory: '/api/situation-pictures/{id}/history',
  pictureLines: '/api/picture-lines',
} as const
