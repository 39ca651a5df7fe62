import { type Signal, signal } from '@preact/signals'
import { asFailure } from '../app/api/problem.ts'
import type { HttpClient } from '../app/api/http-client.ts'
import { createResource, type Resource } from '../app/api/resource.ts'
import type { FeatureState, RegisterCalls } from './register-calls.ts'
import { beginEdit, type RegisterEdit } from './register-edit.ts'
import { featureOfValues, type RegisterFeature } from './register-feature.ts'
import type { RegisterKind } from './register-kinds.ts'

/** What has just been done, to be said. */
export interface Done {
  readonly what: 'saved' | 'removed' | 'restored'
  readonly name: string
  /** The feature that was removed, to be put back. */
  readonly feature: RegisterFeature | null
}

/** A register on the screen, and the feature of it that is being edited. */
export interface RegisterDesk {
  readonly kind: Signal<RegisterKind>
  readonly features: Resource<readonly RegisterFeature[]>
  readonly edit: Signal<RegisterEdit | null>
  readonly history: Resource<readonly FeatureState[]>
  readonly done: Signal<Done | null>
  /** The middle of the map, longitude and latitude. */
  readonly centre: Signal<readonly [number, number]>
  show(kind: RegisterKind): void
  /** @param feature null for a new one */
  begin(feature: RegisterFeature | null): void
  cancel(): void
  /** Stores what is edited; whatever is refused stays as it was typed. */
  save(): Promise<void>
  remove(): Promise<void>
  undoRemoval(): Promise<void>
  /** Puts an earlier state in place of the present one, as a change like any other. */
  restore(state: FeatureState): Promise<void>
}

/** @param http client for the drawing of outlines */
export function createRegisterDesk(calls: RegisterCalls, http: HttpClient): RegisterDesk {
  const kind = signal<RegisterKind>('cameras')
  const features = createResource<readonly RegisterFeature[]>()
  const history = createResource<readonly FeatureState[]>()
  const edit = signal<RegisterEdit | null>(null)
  const done = signal<Done | null>(null)
  const centre = signal<readonly [number, number]>([0, 0])

  const load = () => features.load((stop) => calls.features(kind.peek(), stop))
  const finish = async (what: Done['what'], feature: RegisterFeature, isRemoved = false) => {
    done.value = { what, name: feature.properties.name, feature: isRemoved ? feature : null }
    edit.value = null
    await load()
  }
  /** Does a change of what is edited; a conflict lays the edit on the newer state instead. */
  const attempt = async (own: RegisterEdit, change: () => Promise<unknown>) => {
    own.busy.value = true
    own.failure.value = null
    own.mergedWith.value = null
    try {
      await change()
    } catch (error) {
      own.failure.value = asFailure(error)
      if (own.failure.value.code === 'precondition-failed') await layOnLatest(own)
    }
    own.busy.value = false
  }
  const layOnLatest = async (own: RegisterEdit) => {
    const id = own.id.peek()
    if (id === null) return
    try {
      const [latest, states] = await Promise.all([calls.feature(own.kind, id), calls.history(own.kind, id)])
      own.layOn(latest, states[0]?.name ?? null)
      own.failure.value = null
    } catch (error) {
      own.failure.value = asFailure(error)
    }
  }
  const present = (id: number) => features.state.peek().value?.find((feature) => feature.id === id) ?? null

  return {
    kind,
    features,
    edit,
    history,
    done,
    centre,
    show(next) {
      kind.value = next
      edit.value = null
      done.value = null
      features.clear()
      void load()
    },
    begin(feature) {
      done.value = null
      history.clear()
      edit.value = beginEdit(http, kind.peek(), feature, centre.peek())
      if (feature !== null) void history.load((stop) => calls.history(kind.peek(), feature.id, stop))
    },
    cancel: () => (edit.value = null),
    async save() {
      const own = edit.peek()
      const draft = own === null ? null : featureOfValues(own.kind, own.values.peek())
      if (own === null || draft === null) return
      const id = own.id.peek()
      await attempt(own, async () => {
        const saved =
          id === null
            ? await calls.add(own.kind, draft)
            : await calls.replace(own.kind, id, own.revision(), draft)
        await finish('saved', saved)
      })
    },
    async remove() {
      const own = edit.peek()
      const feature = own === null ? null : present(own.id.peek() ?? 0)
      if (own === null || feature === null) return
      await attempt(own, async () => {
        await calls.remove(own.kind, feature.id, own.revision())
        await finish('removed', feature, true)
      })
    },
    async undoRemoval() {
      const feature = done.peek()?.feature ?? null
      if (feature === null) return
      const { geometry, properties } = feature
      await finish('restored', await calls.add(kind.peek(), { type: 'Feature', geometry, properties }))
    },
    async restore({ feature: { geometry, properties } }) {
      const own = edit.peek()
      const id = own?.id.peek() ?? null
      if (own === null || id === null) return
      await attempt(own, async () => {
        const draft = { type: 'Feature', geometry, properties } as const
        await finish('restored', await calls.replace(own.kind, id, own.revision(), draft))
      })
    },
  }
}
