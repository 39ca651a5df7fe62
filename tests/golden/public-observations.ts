import type { DemoCity } from './demo-city.ts'
import { jsonOf } from './raw-request.ts'

const CODINGS = ['identity', 'gzip', 'br'] as const

/** Everything below `/public/`, by following its own links; then a release that is withdrawn. */
export async function observePublicFiles(city: DemoCity): Promise<void> {
  const { observe } = city
  const index = jsonOf(await observeFile('index.json', CODINGS))
  for (const { href } of index.layers) await observeFile(href, CODINGS)
  for (const { manifest } of index.releases) await observeRelease(manifest)
  for (const path of ['', 'index.html', 'nothing.json', 'releases/1999/manifest.json', '%2e%2e/x'])
    await observeFile(path, ['identity'])
  const { manifest } = index.releases.at(-1)
  await observeRequests(manifest)
  await observeWithdrawal(city, manifest)

  async function observeFile(name: string, codings: readonly string[], state = '') {
    const [first] = await Promise.all(
      codings.map((coding) =>
        observe('public', `${name} ${coding}${state}`, {
          path: `/public/${name}`,
          headers: { 'accept-encoding': coding },
        }),
      ),
    )
    return first!
  }

  async function observeRelease(manifest: string) {
    const { files } = jsonOf(await observeFile(manifest, CODINGS))
    for (const { path } of files)
      await observeFile(atPath(manifest, path), path.endsWith('.mvt') ? ['identity', 'gzip'] : CODINGS)
  }

  /** What HTTP lets one ask of a file. */
  async function observeRequests(manifest: string) {
    const path = `/public/${manifest}`
    const tag = String((await observeFile(manifest, ['identity'], ' tag')).headers.etag)
    const requests = {
      known: { headers: { 'if-none-match': tag } },
      part: { headers: { range: 'bytes=0-99' } },
      head: { method: 'HEAD' },
      options: { method: 'OPTIONS' },
      post: { method: 'POST' },
    }
    for (const [name, request] of Object.entries(requests))
      await observe('public', `${manifest} ${name}`, { path, ...request })
  }
}

const atPath = (manifest: string, path: string) => manifest.replace(/[^/]+$/, path)

async function observeWithdrawal({ observe, headersOf }: DemoCity, manifest: string): Promise<void> {
  const headers = headersOf('coordinator')
  const key = manifest.split('/')[1]
  const { items } = jsonOf(await observe('list', 'releases to withdraw', { path: '/api/releases', headers }))
  const { id } = items.find((release: { key: string }) => release.key === key)
  const path = `/api/releases/${id}/withdrawal`
  await observe('withdrawal', String(id), { method: 'POST', path, headers, body: { reason: 'fel' } })
  for (const name of ['manifest.json', 'method.sv.html', 'method.en.html', 'areas.csv'])
    await observe('withdrawal', name, { path: `/public/${atPath(manifest, name)}` })
  await observe('withdrawal', 'index', { path: '/public/index.json' })
  await observe('withdrawal', 'release', { path: `/api/releases/${id}`, headers })
}
