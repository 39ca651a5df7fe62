import type { IncomingMessage } from 'node:http'
import * as contract from './contract.ts'
import type { CityMapService } from './city-map.ts'
import { COUNTED_LAYERS, type LayerService } from './layers.ts'
import type { TileService } from './tile-service.ts'
import { type EndpointResponse, bytes, json, noContent } from '../platform/http/endpoint-response.ts'
import { endpoint, type Route } from '../platform/http/route.ts'

interface Deps {
  readonly cityMap: CityMapService
  readonly layers: LayerService
  readonly tiles: TileService
  /** Scheme and host under which a request reached the server. */
  readonly baseUrlOf: (request: Pick<IncomingMessage, 'headers'>) => string
}

const PRIVATE = { 'Cache-Control': 'private, no-cache' }

/** Routes of tiles, layers and the city's map. */
export function mapRoutes({ cityMap, layers, tiles, baseUrlOf }: Deps): readonly Route[] {
  return [
    endpoint(contract.getMap, async ({ audience }) => json(await cityMap.describe(audience), PRIVATE)),
    endpoint(contract.getLayers, async ({ audience }) =>
      json({ layers: await layers.list(audience) }, PRIVATE),
    ),
    endpoint(contract.getTileJson, async ({ params, request, audience }) =>
      json(await tiles.tileJson(params.layer, searchOf(request.url), baseUrlOf(request), audience), PRIVATE),
    ),
    endpoint(contract.getTile, async ({ params, request, audience }): Promise<EndpointResponse> => {
      const address = { z: Number(params.z), x: Number(params.x), y: Number(params.y) }
      const tile = await tiles.tile(
        { layer: params.layer, ...address, search: searchOf(request.url) },
        audience,
      )
      const kind = COUNTED_LAYERS[params.layer]
      const note: EndpointResponse['note'] = kind === undefined ? null : { kind }
      if (tile.empty) return { ...noContent(), note }
      const { bytes: content, etag } = await tile.variant('identity')
      return { ...bytes('application/vnd.mapbox-vector-tile', content, { ...PRIVATE, ETag: etag }), note }
    }),
  ]
}

function searchOf(url: string): string {
  const mark = url.indexOf('?')
  return mark < 0 ? '' : url.slice(mark + 1)
}
