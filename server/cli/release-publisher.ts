import { setTimeout as pause } from 'node:timers/promises'
import { pathTo } from '../platform/http/paths.ts'
import { OPERATING } from '../platform/access/caller.ts'
import type { CommandContext } from './command.ts'
import { beginAsOperator } from './record-as-operator.ts'
import { answerOf, refusalOf } from './remote-answer.ts'
import type { DirectSession, RemoteServer } from './session.ts'
import {
  type PresentedRelease,
  presentRelease,
  type ReleaseSummary,
  RELEASE_PATHS,
} from '../releases/index.ts'

/** What the command does with releases, on the database itself or through the server that holds it. */
export interface ReleasePublisher {
  list(): Promise<readonly PresentedRelease[]>
  show(id: number): Promise<PresentedRelease & { readonly contents: unknown }>
  /** @param period see `parseReleaseRequest` */
  prepare(period: string): Promise<readonly PresentedRelease[]>
  approve(id: number): Promise<PresentedRelease>
  publish(id: number): Promise<PresentedRelease>
  withdraw(id: number, reason: string): Promise<PresentedRelease>
  discard(id: number): Promise<void>
  /** A file below `/public/` as it is stored; null when there is none. */
  readPublic(name: string): Promise<Uint8Array | null>
}

/** The hand of a session. */
export async function releasePublisher(context: CommandContext): Promise<ReleasePublisher> {
  const session = await context.open()
  return session.kind === 'remote' ? throughServer(session, context.signal) : directly(session)
}

async function directly(session: DirectSession): Promise<ReleasePublisher> {
  const { publishing } = await session.engine()
  const { releases, tree } = publishing
  let loaded = false
  /** A step, noted as begun before; the service notes what came of it. */
  const begin = <T>(action: string, id: number | null, step: () => Promise<T>) =>
    beginAsOperator(session, { kind: 'publish', action, subject: id === null ? null : `release/${id}` }, step)
  const one = async (action: string, id: number, step: () => Promise<ReleaseSummary>) =>
    presentRelease(await begin(action, id, step))
  return {
    list: async () => (await releases.list(OPERATING)).map(presentRelease),
    async show(id) {
      const { contents, ...summary } = await releases.find(id, OPERATING)
      return { ...presentRelease(summary), contents }
    },
    async prepare(period) {
      const prepared = await begin('prepareReleases', null, () => releases.prepare(period, OPERATING))
      return prepared.map(presentRelease)
    },
    approve: (id) => one('approveRelease', id, () => releases.approve(id, OPERATING)),
    publish: (id) => one('publishRelease', id, () => releases.publish(id, OPERATING)),
    withdraw: (id, reason) => one('withdrawRelease', id, () => releases.withdraw(id, reason, OPERATING)),
    discard: (id) => begin('discardRelease', id, () => releases.discard(id, OPERATING)),
    async readPublic(name) {
      if (!loaded) await publishing.load()
      loaded = true
      const found = tree.find(name)
      if (found.kind === 'entry') return found.entry.identity.bytes
      return found.kind === 'elsewhere' ? ((await tree.read(name))?.identity.bytes ?? null) : null
    },
  }
}

const IN_PROGRESS = 202

function throughServer(server: RemoteServer, signal: AbortSignal): ReleasePublisher {
  const post = (path: string, body?: object): RequestInit & { readonly path: string } => ({
    path,
    method: 'POST',
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  })
  /** Asks again while the server says that the work is under way. */
  const done = async ({ path, ...init }: RequestInit & { readonly path: string }): Promise<unknown> => {
    for (;;) {
      const answer = await server.request(path, { ...init, signal })
      if (answer.status !== IN_PROGRESS) return answerOf(Promise.resolve(answer))
      await pause(Number(answer.headers.get('retry-after') ?? 1) * 1000, null, { signal })
    }
  }
  const one = async (request: ReturnType<typeof post>) => (await done(request)) as PresentedRelease
  const items = async (answer: Promise<unknown>) =>
    ((await answer) as { readonly items: readonly PresentedRelease[] }).items
  return {
    list: () => items(answerOf(server.request(RELEASE_PATHS.releases))),
    show: async (id) => {
      const answer = await answerOf(server.request(pathTo(RELEASE_PATHS.release, { id })))
      return answer as PresentedRelease & { readonly contents: unknown }
    },
    prepare: (period) => items(done(post(RELEASE_PATHS.releases, { period }))),
    approve: (id) => one(post(pathTo(RELEASE_PATHS.releaseApproval, { id }))),
    publish: (id) => one(post(pathTo(RELEASE_PATHS.releasePublication, { id }))),
    withdraw: (id, reason) => one(post(pathTo(RELEASE_PATHS.releaseWithdrawal, { id }), { reason })),
    async discard(id) {
      const answer = await server.request(pathTo(RELEASE_PATHS.release, { id }), { method: 'DELETE' })
      if (!answer.ok) throw await refusalOf(answer)
    },
    async readPublic(name) {
      const answer = await server.request(`/public/${name}`, { headers: { 'Accept-Encoding': 'identity' } })
      if (answer.status === 404 || answer.status === 410) return null
      if (!answer.ok) throw await refusalOf(answer)
      return new Uint8Array(await answer.arrayBuffer())
    },
  }
}
