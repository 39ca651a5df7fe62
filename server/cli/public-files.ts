import { refusalOf } from './remote-response.ts'
import type { DirectSession, RemoteServer, Session } from './session.ts'

/** A file below `/public/` as it is stored; null when there is none. */
export type ReadPublic = (name: string) => Promise<Uint8Array | null>

/** Reads what is public, which is files and no endpoint: from the server that runs, or from its tree loaded here. */
export function publicFilesOf(session: Session): Promise<ReadPublic> {
  return session.kind === 'remote' ? Promise.resolve(fromServer(session)) : fromTree(session)
}

function fromServer(server: RemoteServer): ReadPublic {
  return async (name) => {
    const response = await server.request(`/public/${name}`, { headers: { 'Accept-Encoding': 'identity' } })
    if (response.status === 404 || response.status === 410) return null
    if (!response.ok) throw await refusalOf(response)
    return new Uint8Array(await response.arrayBuffer())
  }
}

async function fromTree(session: DirectSession): Promise<ReadPublic> {
  const { publishing } = await session.engine()
  await publishing.load()
  const { tree } = publishing
  return async (name) => {
    const found = tree.find(name)
    if (found.kind === 'entry') return found.entry.identity.bytes
    return found.kind === 'elsewhere' ? ((await tree.read(name))?.identity.bytes ?? null) : null
  }
}
