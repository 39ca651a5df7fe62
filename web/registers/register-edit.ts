import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { MultiPolygon, Polygon } from 'geojson'
import type { RequestFailed } from '../app/api/problem.ts'
import { createApi } from '../app/api/client.ts'
import type { HttpClient } from '../app/api/http-client.ts'
import { createProposal, type Proposal } from '../proposals/proposal.ts'
import { type FormValues, mergeEdits } from '../work/merge-edits.ts'
import { positionValues, type RegisterFeature, valuesOfFeature } from './register-feature.ts'
import type { RegisterKind } from './register-kinds.ts'

/** Two editors changed the same: what each has made of it. */
export interface EditConflict {
  readonly who: string | null
  readonly fields: readonly string[]
  readonly theirs: FormValues
}

/** A feature that is being added or changed, with what it was when that began. */
export interface RegisterEdit {
  readonly kind: RegisterKind
  /** Null for a new one. */
  readonly id: Signal<number | null>
  readonly name: string | null
  /** Everything as it stands, the drawn outline too. */
  readonly values: ReadonlySignal<FormValues>
  /** What draws an outline and keeps its history. */
  readonly outline: Proposal
  readonly conflict: Signal<EditConflict | null>
  /** Who changed something else meanwhile, so that both changes stand here together. */
  readonly mergedWith: Signal<{ readonly who: string | null } | null>
  readonly failure: Signal<RequestFailed | null>
  readonly busy: Signal<boolean>
  revision(): number
  put(values: FormValues): void
  /** Lays the edit on a newer state of its feature. */
  layOn(latest: RegisterFeature, who: string | null): void
}

/**
 * Begins an edit.
 *
 * @param feature null for a new one
 * @param centre where a new camera stands at first, longitude and latitude
 */
export function beginEdit(
  http: HttpClient,
  kind: RegisterKind,
  feature: RegisterFeature | null,
  centre: readonly [number, number],
): RegisterEdit {
  const drawn = feature === null || feature.geometry.type === 'Point' ? null : feature.geometry
  const range = () => ({ from: null, to: null })
  const outline = createProposal({ api: createApi(http), range, first: drawn, checks: false })
  let revision = feature?.properties.revision ?? 0
  const fresh: FormValues = kind === 'cameras' ? positionValues(centre) : {}
  let base: FormValues = feature === null ? fresh : valuesOfFeature(kind, feature)
  const texts = signal<FormValues>(base)
  const values = computed((): FormValues => {
    const area = outline.draft.area.value
    const { geometry: _, ...others } = texts.value
    return kind === 'cameras' || area === null ? others : { ...others, geometry: JSON.stringify(area) }
  })
  const conflict = signal<EditConflict | null>(null)
  const mergedWith = signal<{ readonly who: string | null } | null>(null)
  const put = (change: FormValues) => {
    texts.value = { ...texts.peek(), ...change }
    const area = change['geometry'] ?? ''
    if (area !== '') outline.draft.set(JSON.parse(area) as Polygon | MultiPolygon)
  }
  return {
    kind,
    id: signal(feature?.id ?? null),
    name: feature?.properties.name ?? null,
    values,
    outline,
    conflict,
    mergedWith,
    failure: signal(null),
    busy: signal(false),
    revision: () => revision,
    put,
    layOn(latest, who) {
      const theirs = valuesOfFeature(kind, latest)
      const mine = values.peek()
      const { edit, conflicts } = mergeEdits(
        { revision, base, values: mine },
        latest.properties.revision,
        theirs,
      )
      revision = latest.properties.revision
      base = theirs
      put(edit.values)
      conflict.value = conflicts.length === 0 ? null : { who, fields: conflicts, theirs }
      mergedWith.value = conflicts.length === 0 ? { who } : null
    },
  }
}
