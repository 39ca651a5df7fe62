import type { DerivableFigure, GivenFigure } from './given-figure.ts'
import type {
  AttackReport,
  PlaceContents,
  PublicContents,
  ReleaseContents,
  ReleasePeriod,
} from './release.ts'
import type { EarlierDocument } from './earlier-document.ts'

/** A release that has been computed, protected and attacked, and awaits approval. */
export interface PreparedRelease<C extends ReleaseContents = ReleaseContents> {
  /** `2026-Q1`, `2025`, or `place/<id>/<series>/<first day>`. */
  readonly key: string
  readonly contents: C
  readonly attack: AttackReport
  readonly snapshotVersion: string
}

/** What can be prepared now. */
export interface DueReleases {
  /** Closed periods that a source open to the public covers and that have no release, newest first. */
  readonly periods: readonly ReleasePeriod[]
  /** The earliest closed four weeks that places lack, and how many places; null when nothing is due. */
  readonly places: { readonly from: string; readonly count: number } | null
}

/** Computes releases from the incidents, protects them, and attacks everything that was ever published. */
export interface ReleaseComputer {
  /** @param keys of the releases that exist, discarded ones excepted */
  due(keys: readonly string[]): Promise<DueReleases>
  /**
   * @param known every release that was ever published or is about to be, withdrawn ones too
   * @param earlier early documents, whose regions get no figures by statistical area
   * @throws DomainError `unprocessable` when the release is not possible, with the reason; `conflict` when it exists
   */
  preparePublic(
    period: ReleasePeriod,
    known: readonly ReleaseContents[],
    earlier: readonly EarlierDocument[],
  ): Promise<PreparedRelease<PublicContents>>
  /** One place in the four weeks that begin on a Monday. */
  preparePlace(
    placeId: number,
    from: string,
    known: readonly ReleaseContents[],
  ): Promise<PreparedRelease<PlaceContents>>
  /**
   * The places' releases of the earliest closed four weeks that any of them lacks, all attacked jointly; none when
   * nothing is due. Periods before the first release of a place are skipped.
   */
  prepareDuePlaces(known: readonly ReleaseContents[]): Promise<readonly PreparedRelease<PlaceContents>[]>
  /**
   * Attacks the given releases together.
   *
   * @param freshFrom if given, only breaches caused by the releases from this index on are reported
   */
  attack(releases: readonly ReleaseContents[], freshFrom?: number): Promise<AttackReport>
  /**
   * What counts would let anybody derive of figures that releases hide, if they were given out.
   *
   * @param known every release that was ever published, withdrawn ones too
   */
  attackRequested(
    known: readonly ReleaseContents[],
    requested: readonly GivenFigure[],
  ): Promise<readonly DerivableFigure[]>
}
