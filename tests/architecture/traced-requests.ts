import type { MatrixCity } from '../matrix/matrix-city.ts'
import { VALID_REQUESTS } from '../matrix/valid-requests.ts'
import { type EnteredModules, openModuleTracer } from './module-tracer.ts'

/** Makes ready what a request needs, and gives the request; each time one that no cache knows. */
type TracedRequest = (city: MatrixCity, edgeMetres: number) => Promise<() => Promise<unknown>>

const REQUESTS: Readonly<Record<string, TracedRequest>> = {
  hotspots:
    async ({ analyst }, edgeMetres) =>
    () =>
      analyst('GET', `/api/hotspots?cell=${edgeMetres}&group=property`),
  'cold tile':
    async ({ analyst }, edgeMetres) =>
    () =>
      analyst('GET', `/tiles/hotspots/8/142/76.mvt?cell=${edgeMetres}&group=people`),
  check:
    async ({ analyst, ground }, edgeMetres) =>
    () =>
      analyst('POST', '/api/check', { body: { geometry: ground.foreign, edgeMetres } }),
  import: async (city) => {
    const { body } = await VALID_REQUESTS.createImport!({ city, who: 'analyst', resource: '-', spends: true })
    return () => importWhole(city, body)
  },
  publication: async (city) => {
    const scene = { city, who: 'coordinator', resource: 'there', spends: true } as const
    const { params } = await VALID_REQUESTS.publishRelease!(scene)
    const coordinator = await city.as('coordinator')
    return () => coordinator('POST', `/api/releases/${params!.id}/publication`)
  },
}

/** An import, until its rows show: the response comes before they are read. */
async function importWhole({ analyst, server }: MatrixCity, body: unknown): Promise<void> {
  const { id } = (await analyst('POST', '/api/imports', { body })).body
  while ((await analyst('GET', `/api/imports/${id}`)).body.finishedAt === null);
  await server.engine.snapshots.refresh()
}

/** The modules that five requests enter, each sent once before to a server that has been running. */
export async function traceRequests(city: MatrixCity): Promise<ReadonlyMap<string, EnteredModules>> {
  for (const request of Object.values(REQUESTS)) await succeed(await request(city, 400))
  const tracer = await openModuleTracer()
  const traced = new Map<string, EnteredModules>()
  try {
    for (const [name, request] of Object.entries(REQUESTS)) {
      const work = await request(city, 200)
      traced.set(name, await tracer.entered(() => succeed(work)))
    }
  } finally {
    await tracer.close()
  }
  return traced
}

/** A refused request would enter next to nothing. */
async function succeed(work: () => Promise<unknown>): Promise<void> {
  const { status = 200, body } = ((await work()) ?? {}) as { status?: number; body?: unknown }
  if (status >= 300) throw new Error(`A request to trace was refused: ${status} ${JSON.stringify(body)}`)
}
