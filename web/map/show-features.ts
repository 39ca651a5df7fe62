import type { FeatureCollection } from 'geojson'
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'

/**
 * Gives a source its features. While it has none its layers are hidden: MapLibre masks every tile of the view for each
 * source that it draws from, which without a graphics card is most of a frame.
 */
export function showFeatures(map: MapLibreMap, source: string, data: FeatureCollection): void {
  void map.getSource<GeoJSONSource>(source)?.setData(data)
  const visibility = data.features.length === 0 ? 'none' : 'visible'
  for (const id of map.getLayersOrder())
    if (map.getLayer(id)?.source === source && map.getLayoutProperty(id, 'visibility') !== visibility)
      map.setLayoutProperty(id, 'visibility', visibility)
}
