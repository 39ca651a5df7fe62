import { openSession } from '../../server/cli/open-session.ts'
import type { Command, CommandContext } from '../../server/cli/command.ts'
import { runCommand } from '../../server/cli/run-command.ts'
import type { DirectSession } from '../../server/cli/session.ts'
import type { Config } from '../../server/config/config.ts'
import { SAMPLE_SOURCE, sampleIncident } from '../support/sample-rows.ts'

/** What a backup that a test makes up says of itself. */
export const HEADER = {
  kind: 'embedded',
  createdAt: '2026-01-01T00:00:00.000Z',
  postgres: '18.3',
  srid: 3006,
  timezone: 'Europe/Stockholm',
  demo: false,
} as const
const STUDY_AREA = {
  planar: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [674_000, 6_580_000],
        [675_000, 6_580_000],
        [675_000, 6_582_000],
        [674_000, 6_580_000],
      ],
    ],
  },
  properties: {
    kind: 'study' as const,
    name: 'Staden',
    validFrom: null,
    validTo: null,
    residents: null,
    visitors: null,
    exposureSource: null,
    derived: false,
  },
}
const clock = { nowMs: () => Date.now() }

/** Runs a command in this process, as the command line would. */
export async function run(command: Command, args: readonly string[], config: Config) {
  const said = { out: '', err: '' }
  const opened: Awaited<ReturnType<typeof openSession>>[] = []
  const context: CommandContext = {
    stdout: { write: (text) => (said.out += text) },
    stderr: { write: (text) => (said.err += text) },
    signal: new AbortController().signal,
    config: () => config,
    async open() {
      opened.push(await openSession(config, clock, () => {}))
      return opened[0]!.session
    },
  }
  const code = await runCommand([command.name, ...args], [command], context)
  for (const session of opened) await session.close()
  return { code, ...said }
}

/** Does something with the city that the settings lead to. */
export async function withCity<T>(config: Config, work: (session: DirectSession) => Promise<T>): Promise<T> {
  const { session, close } = await openSession(config, clock, () => {})
  if (session.kind !== 'direct') throw new Error('A server runs.')
  try {
    return await work(session)
  } finally {
    await close()
  }
}

/** All that must be the same after a restore. */
export async function stateOf({ storage, engine }: DirectSession) {
  const { repositories } = storage
  const { snapshots } = await engine()
  const position = await repositories.feed.load(() => {})
  const incident = await repositories.incidents.page({
    after: 0,
    limit: 10,
    categories: null,
    fromMinute: null,
    toMinute: null,
    sourceId: null,
    closedSourceIds: [],
    envelope: null,
  })
  const revisions = await repositories.incidents.revisions(1)
  return { version: snapshots.status().version, epoch: position.epoch, incident, revisions }
}

/** A small city: a study area, incidents with a history, an account. */
export async function fill({ storage }: DirectSession): Promise<void> {
  const { sources, incidents, people, features } = storage.repositories
  // One of the city's own, or the engine would derive one meanwhile.
  await features.insert('areas', STUDY_AREA)
  await sources.save(SAMPLE_SOURCE)
  await incidents.insert([1, 2, 3].map((n) => sampleIncident({ externalId: `id-${n}`, weight: n })))
  await incidents.update(1, 1, sampleIncident({ externalId: 'id-1', weight: 7 }))
  const nobody = { openId: null, organisationId: null, createdAtMs: 0 }
  await people.insert({ email: 'a@b.se', name: 'A', role: 'analyst', ...nobody })
}

/** Bytes as a stream of one chunk. */
export async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
