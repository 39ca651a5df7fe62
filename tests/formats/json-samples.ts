/** A point in GeoJSON. */
export const point = (id: number) => ({
  type: 'Feature',
  properties: { id },
  geometry: { type: 'Point', coordinates: [18 + id / 100, 59.3] },
})
/** Points in GeoJSON, by their ids. */
export const collection = (...ids: number[]) => ({ type: 'FeatureCollection', features: ids.map(point) })
/** A record with a nested list in it. */
export const record = (id: number) => ({ id, typ: 'Stöld', tags: [{ k: 'a' }] })
export const text = JSON.stringify
export const pretty = (value: unknown) => JSON.stringify(value, null, 2)
