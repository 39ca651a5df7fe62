import { type ReadonlySignal, computed, signal } from '@preact/signals'
import type { Area } from '../map/geometry.ts'

/** The area that a person is working on, with what came before it. */
export interface Draft {
  readonly area: ReadonlySignal<Area | null>
  readonly canUndo: ReadonlySignal<boolean>
  readonly canRedo: ReadonlySignal<boolean>
  /** Puts another area in its place; null removes it. Either can be undone. */
  set(area: Area | null): void
  undo(): void
  redo(): void
}

const HISTORY_LIMIT = 100

/**
 * An area with its history, however it was changed: by drawing, typing or a file.
 *
 * @param first what it is before the first change
 */
export function createDraft(first: Area | null = null): Draft {
  const area = signal<Area | null>(first)
  const past = signal<readonly (Area | null)[]>([])
  const future = signal<readonly (Area | null)[]>([])
  return {
    area,
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    set: (next) => {
      if (JSON.stringify(next) === JSON.stringify(area.peek())) return
      past.value = [...past.peek(), area.peek()].slice(-HISTORY_LIMIT)
      future.value = []
      area.value = next
    },
    undo: () => {
      const last = past.peek().at(-1)
      if (last === undefined) return
      future.value = [area.peek(), ...future.peek()]
      past.value = past.peek().slice(0, -1)
      area.value = last
    },
    redo: () => {
      const [next] = future.peek()
      if (next === undefined) return
      past.value = [...past.peek(), area.peek()]
      future.value = future.peek().slice(1)
      area.value = next
    },
  }
}
