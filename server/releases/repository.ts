import type { DisclosureCount } from './disclosure-log.ts'
import type { PlacePublications } from './place-publication.ts'
import type {
  PlaceContents,
  ReleaseFile,
  ReleaseFileEntry,
  ReleaseState,
  ReleaseStep,
  ReleaseSummary,
  ServedRelease,
  StoredRelease,
} from './release.ts'

/** Stores releases, their files, and which places' figures are public. */
export interface ReleaseRepository extends DisclosureCount, PlacePublications {
  /** @throws DomainError `conflict` when a release of the same key is prepared, approved, published or withdrawn */
  insert(
    release: Omit<StoredRelease, 'id' | 'state' | 'approved' | 'published' | 'withdrawn' | 'path'>,
  ): Promise<StoredRelease>
  find(id: number): Promise<StoredRelease | null>
  /** Every release, or those of some states; oldest first. */
  list(states?: readonly ReleaseState[]): Promise<readonly StoredRelease[]>
  /** As `list`, newest first and without contents. */
  summaries(states?: readonly ReleaseState[]): Promise<readonly ReleaseSummary[]>
  /** The published releases of a place, oldest first. */
  publishedOfPlace(
    placeId: number,
  ): Promise<readonly { readonly contents: PlaceContents; readonly at: string }[]>
  /** The releases served under `/public`; a few dozen short rows, cheap enough to poll several times a second. */
  served(): Promise<readonly ServedRelease[]>
  approve(id: number, step: ReleaseStep): Promise<StoredRelease>
  /**
   * One transaction: the files, the path, and the state. A place release has neither path nor files.
   *
   * @param disclosures the count when the attack began
   * @throws DomainError `not-found`, `conflict` when it is not approved, `DisclosureConflict` when something was
   * disclosed since the attack
   */
  publish(
    id: number,
    step: ReleaseStep,
    path: string | null,
    files: readonly ReleaseFile[],
    disclosures: number,
  ): Promise<StoredRelease>
  withdraw(id: number, step: ReleaseStep & { readonly reason: string }): Promise<StoredRelease>
  discard(id: number): Promise<void>
  /** In order of their paths. */
  files(id: number): AsyncIterable<ReleaseFile>
  /** Names, hashes and sizes of the files, without their bytes. */
  fileList(id: number): Promise<readonly ReleaseFileEntry[]>
  file(id: number, path: string): Promise<ReleaseFile | null>
}
