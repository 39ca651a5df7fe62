import { computed, type ReadonlySignal, signal } from '@preact/signals'

/** Which finding is lit on the map, by its id. */
export interface Spotlight {
  /** The finding under the pointer or in focus, else the kept one. */
  readonly lit: ReadonlySignal<string | null>
  /** The finding that stays lit. */
  readonly kept: ReadonlySignal<string | null>
  /** Lights a finding for as long as it is pointed at; null for none. */
  point(finding: string | null): void
  /** Keeps a finding lit, or no longer. */
  keep(finding: string): void
  clear(): void
}

/** A spotlight that lights nothing yet. */
export function createSpotlight(): Spotlight {
  const pointed = signal<string | null>(null)
  const kept = signal<string | null>(null)
  return {
    lit: computed(() => pointed.value ?? kept.value),
    kept,
    point: (finding) => (pointed.value = finding),
    keep: (finding) => (kept.value = kept.peek() === finding ? null : finding),
    clear: () => {
      pointed.value = null
      kept.value = null
    },
  }
}
