import type { FeatureKinds, PlanarFeature } from '../engine/snapshot/features.ts'
import type { Geometry } from 'geojson'
import type { ImportedKind } from './fields.ts'
import type { FileFeature, LayerFile } from './layer-file.ts'

/** A feature that earlier deliveries of a register have brought. */
export interface KnownFeature {
  readonly key: string
  readonly featureId: number
  /** Of what the last delivery that spoke of it said; null when that closed it. */
  readonly contentHash: string | null
  /** As it was left by then. */
  readonly revision: number
  /** As it is; null when somebody has removed it. */
  readonly live: Pick<PlanarFeature<ImportedKind>, 'revision' | 'planar' | 'properties'> | null
}

/** A feature as a change leaves it. */
interface Changed {
  readonly key: string
  readonly planar: Geometry
  readonly properties: FeatureKinds[ImportedKind]['properties']
}

/** What a delivery changes of a layer. */
export interface LayerChanges {
  readonly added: readonly (Changed & { readonly contentHash: string })[]
  readonly revised: readonly (Changed & {
    readonly contentHash: string
    readonly featureId: number
    readonly revision: number
  })[]
  readonly closed: readonly (Changed & { readonly featureId: number; readonly revision: number })[]
  readonly unchanged: number
  /** Features that earlier deliveries held and this one lacks; those that are closed among them. */
  readonly absent: readonly AbsentFeature[]
  /** Of the revised: names of those that a person had changed since the last delivery. */
  readonly overwritten: readonly string[]
  /** Of the unchanged: those that a person has removed, and that stay removed until their rows change. */
  readonly removed: number
}

/** A feature that a delivery lacks. */
export interface AbsentFeature {
  readonly id: number
  readonly name: string
  readonly outcome: 'kept' | 'closed' | 'not-begun'
}

interface Delivery {
  readonly kind: ImportedKind
  readonly file: Pick<LayerFile, 'features' | 'rejectedKeys'>
  /** True when what it lacks is to be closed. */
  readonly close: boolean
  /** The day of the import, as 2026-03-01. */
  readonly today: string
}

/** What a delivery of a register changes, beside what is known of it. A pure function. */
export function planChanges(delivery: Delivery, known: readonly KnownFeature[]): LayerChanges {
  const { kind, file } = delivery
  const byKey = new Map(known.map((one) => [one.key, one]))
  const added: LayerChanges['added'][number][] = []
  const revised: LayerChanges['revised'][number][] = []
  const overwritten: string[] = []
  let [unchanged, removed] = [0, 0]
  for (const feature of file.features) {
    const { key, contentHash } = feature
    const before = byKey.get(key)
    if (before !== undefined && before.contentHash === contentHash) {
      unchanged++
      if (before.live === null) removed++
    } else if (before === undefined || before.live === null) {
      added.push({ key, contentHash, ...asStored(kind, feature, {}) })
    } else {
      const { featureId, live } = before
      const base = before.contentHash === null ? { ...live.properties, ...REOPENED[kind] } : live.properties
      const change = asStored(kind, feature, base)
      if (live.revision !== before.revision) overwritten.push(live.properties.name)
      revised.push({ key, contentHash, featureId, revision: live.revision, ...change })
    }
  }
  const absent = absentFrom(delivery, known)
  return {
    added,
    revised,
    closed: absent.flatMap(({ closing }) => closing ?? []),
    unchanged,
    absent: absent.map(({ id, name, outcome }) => ({ id, name, outcome })),
    overwritten,
    removed,
  }
}

/** What a feature is without anything said of it. */
const EMPTY: { readonly [K in ImportedKind]: Readonly<Record<string, unknown>> } = {
  cameras: {
    contact: null,
    directionDegrees: null,
    viewDegrees: null,
    rangeMetres: null,
    hours: null,
    retentionDays: null,
    legalBasis: null,
    balancingReference: null,
    balancingSummary: null,
  },
  'patrol-zones': { validTo: null, schedule: [] },
  'focus-areas': { programmeTo: null, budgetSek: null, plannedInvestments: null },
}

/** What a closing had set, unless the file says otherwise. */
const REOPENED: { readonly [K in ImportedKind]: Readonly<Record<string, unknown>> } = {
  cameras: {},
  'patrol-zones': { validTo: null },
  'focus-areas': { programmeTo: null },
}

/** The file's word before what is stored: it says nothing of what a person has filled in beside it. */
function asStored(
  kind: ImportedKind,
  { properties, planar }: FileFeature,
  base: object,
): Omit<Changed, 'key'> {
  return {
    planar: JSON.parse(planar) as Geometry,
    properties: { ...EMPTY[kind], ...base, ...properties } as unknown as Changed['properties'],
  }
}

type Live = NonNullable<KnownFeature['live']>

function absentFrom({ kind, file, close, today }: Delivery, known: readonly KnownFeature[]) {
  const present = new Set([...file.features.map(({ key }) => key), ...file.rejectedKeys])
  return known.flatMap(({ key, featureId, contentHash, live }) => {
    if (present.has(key) || contentHash === null || live === null || hasEnded(kind, live, today)) return []
    const properties = close ? endedProperties(kind, live, today) : null
    const outcome: AbsentFeature['outcome'] = !close ? 'kept' : properties === null ? 'not-begun' : 'closed'
    const closing =
      properties === null
        ? null
        : { key, featureId, revision: live.revision, planar: live.planar, properties }
    return [{ id: featureId, name: live.properties.name, outcome, closing }]
  })
}

function validityOf({ properties }: Live): { readonly from: string; readonly to: string | null } | null {
  if ('validFrom' in properties) return { from: properties.validFrom, to: properties.validTo }
  return 'programmeFrom' in properties ? { from: properties.programmeFrom, to: properties.programmeTo } : null
}

function hasEnded(kind: ImportedKind, live: Live, today: string): boolean {
  if (kind === 'cameras') return 'status' in live.properties && live.properties.status === 'removed'
  const to = validityOf(live)?.to ?? null
  return to !== null && to <= today
}

/** A camera is removed, a validity ends today; null for one that has not begun. */
function endedProperties(kind: ImportedKind, live: Live, today: string): Changed['properties'] | null {
  const { properties } = live
  if (kind === 'cameras') return { ...properties, status: 'removed' }
  const from = validityOf(live)?.from ?? today
  if (from > today) return null
  return {
    ...properties,
    [kind === 'patrol-zones' ? 'validTo' : 'programmeTo']: today,
  }
}
