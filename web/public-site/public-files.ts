import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type {
  PublicIndex,
  ReleaseFigures,
  ReleaseManifest,
} from '../../server/releases/publication/contract.ts'
import type { PublicLayerId, PublicLayerProperties } from '../../server/public-site/contract.ts'
import type { PublicNotices, PublicWork } from '../../server/public-site/work/contract.ts'
import type { ContextFile } from './places-in-areas.ts'
import type { AreaOutlines } from '../releases/release.ts'
import type { HttpClient } from '../app/api/http-client.ts'

export type PublicLayer<L extends PublicLayerId> = FeatureCollection<
  Polygon | MultiPolygon,
  PublicLayerProperties<L>
>

/** Root folder of the public tree. */
export const PUBLIC_ROOT = '/public/'

/** The files that the public's page reads. Responses do not depend on the caller. */
export interface PublicFiles {
  index(signal?: AbortSignal): Promise<PublicIndex>
  /** @param folder of a release, below the public root, with a slash at its end */
  figures(folder: string, signal?: AbortSignal): Promise<ReleaseFigures>
  manifest(folder: string, signal?: AbortSignal): Promise<ReleaseManifest>
  outlines(folder: string, signal?: AbortSignal): Promise<AreaOutlines>
  layer<L extends PublicLayerId>(id: L, signal?: AbortSignal): Promise<PublicLayer<L>>
  context(signal?: AbortSignal): Promise<ContextFile>
  notices(signal?: AbortSignal): Promise<PublicNotices>
  work(signal?: AbortSignal): Promise<PublicWork>
}

/** The public files of the server that served the page. */
export function createPublicFiles({ get }: HttpClient): PublicFiles {
  return {
    index: (signal) => get(`${PUBLIC_ROOT}index.json`, signal),
    figures: (folder, signal) => get(`${PUBLIC_ROOT}${folder}figures.json`, signal),
    manifest: (folder, signal) => get(`${PUBLIC_ROOT}${folder}manifest.json`, signal),
    outlines: (folder, signal) => get(`${PUBLIC_ROOT}${folder}areas.geojson`, signal),
    layer: (id, signal) => get(`${PUBLIC_ROOT}layers/${id}.geojson`, signal),
    context: (signal) => get(`${PUBLIC_ROOT}layers/context.geojson`, signal),
    notices: (signal) => get(`${PUBLIC_ROOT}notices.json`, signal),
    work: (signal) => get(`${PUBLIC_ROOT}work.json`, signal),
  }
}

/** The folder that holds a release, below the public root: where its manifest lies. */
export function folderOf({ manifest }: PublicIndex['releases'][number]): string {
  return manifest.slice(0, manifest.lastIndexOf('/') + 1)
}
