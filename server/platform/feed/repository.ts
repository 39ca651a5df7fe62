import type { ContextFeature, LayerContents } from '../../engine/snapshot/features.ts'
import type { FeedPosition, IncidentBatch } from '../../engine/snapshot/incident-batch.ts'

export interface FeedPoll {
  readonly position: FeedPosition
  readonly incidents: readonly IncidentBatch[]
  /** Number of incident rows in `incidents`. */
  readonly changed: number
  /** True when a small layer, a source or the context changed: read them again. */
  readonly layersChanged: boolean
  /** True when the context changed: the largest layer, and the one that changes least often. */
  readonly contextChanged: boolean
  /** True when the position cannot be continued from (another epoch, a database behind it): load everything again. */
  readonly mustReload: boolean
}

/** The change feed: loads everything once, then reads what was committed since. Works on a hot standby. */
export interface IncidentFeed {
  /** All live incidents, in batches as they arrive. The position is that of the same database snapshot. */
  load(onBatch: (batch: IncidentBatch) => void | Promise<void>): Promise<FeedPosition>
  poll(position: FeedPosition): Promise<FeedPoll>
  /** Calls back when the database notifies of a change, to poll early; returns a function that stops it. */
  onNotification(callback: () => void): Promise<() => Promise<void>>
  /**
   * The incidents that were live at a stored `visible` text, as far as they are kept, in batches. Rejects `unprocessable`
   * for a text of another database.
   */
  loadAsOf(visible: string, onBatch: (batch: IncidentBatch) => void | Promise<void>): Promise<void>
  /** Whether states of incidents or layers have been erased for good since a stored `visible` text. */
  erasedSince(visible: string): Promise<boolean>
}

/** The small layers at any past position of the feed. */
export interface LayerHistory {
  /**
   * The layers as they were at a stored `visible` text.
   *
   * @param knownContext the context where it is known not to have changed, so as not to read it again
   */
  readAsOf(visible: string, knownContext?: readonly ContextFeature[]): Promise<LayerContents>
}
