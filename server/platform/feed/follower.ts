import type { BaseDeps } from './build-base.ts'
import { buildBase } from './build-base.ts'
import { type LoadedLayers, loadLayers } from '../../engine/snapshot/layer-snapshot.ts'
import { type LiveRows, rowsOfBase } from '../../engine/snapshot/live-rows.ts'
import { type CompactionHooks, createRowsWriter } from './rows-writer.ts'
import type { FeedPosition, IncidentBatch } from '../../engine/snapshot/incident-batch.ts'
import type { FeedPoll, IncidentFeed, LayerHistory } from './repository.ts'

/** Everything that the database held at one position of the feed. */
export interface Followed {
  readonly rows: LiveRows
  readonly layers: LoadedLayers
  readonly position: FeedPosition
}

/** Keeps up with the change feed. */
export interface Follower {
  current(): Followed
  /** Takes in what was committed before the call. On failure everything stays as it was. */
  step(): Promise<void>
  close(): Promise<void>
}

export interface FollowerDeps extends BaseDeps, CompactionHooks {
  readonly feed: IncidentFeed
  readonly features: LayerHistory
}

/** Loads everything and follows the feed from there, one step at a time. */
export async function openFollower(deps: FollowerDeps): Promise<Follower> {
  const { feed, features, place } = deps
  const readLayers = async ({ visible }: FeedPosition) =>
    loadLayers(await features.readAsOf(visible), place.projection)
  const rereadLayers = async ({ position: { visible }, contextChanged }: FeedPoll) => {
    const known = contextChanged ? undefined : layers.snapshot.context
    return loadLayers(await features.readAsOf(visible, known), place.projection, layers)
  }
  const readIncidents = async () => {
    const batches: IncidentBatch[] = []
    const position = await feed.load((batch) => void batches.push(batch))
    return { batches, position }
  }

  const first = await readIncidents()
  // The database reads the layers while a worker builds the base.
  const [base, firstLayers] = await Promise.all([
    buildBase(deps, { segments: [], batches: first.batches }),
    readLayers(first.position),
  ])
  const writer = createRowsWriter(deps, rowsOfBase(base, deps.memory))
  let { position } = first
  let layers = firstLayers

  const reload = async () => {
    const everything = await readIncidents()
    const newLayers = await readLayers(everything.position)
    await writer.load(everything.batches)
    layers = newLayers
    position = everything.position
  }

  return {
    current: () => ({ rows: writer.current(), layers, position }),
    async step() {
      const poll = await feed.poll(position)
      if (poll.mustReload) return reload()
      const newLayers = poll.layersChanged ? await rereadLayers(poll) : layers
      if (poll.changed > 0) await writer.apply(poll.incidents, poll.changed)
      layers = newLayers
      position = poll.position
    },
    async close() {
      await writer.settled()
      writer.close()
    },
  }
}
