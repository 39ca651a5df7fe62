/** Listeners by channel. */
export interface Listeners {
  add(channel: string, onNotify: (payload: string) => void): () => void
  /** Passes a notification on. */
  hear(channel: string, payload: string): void
  channels(): readonly string[]
}

export function createListeners(): Listeners {
  const callbacksOf = new Map<string, Set<(payload: string) => void>>()
  return {
    add(channel, onNotify) {
      const callbacks = callbacksOf.get(channel) ?? new Set()
      callbacks.add(onNotify)
      callbacksOf.set(channel, callbacks)
      return () => {
        callbacks.delete(onNotify)
        if (callbacks.size === 0) callbacksOf.delete(channel)
      }
    },
    hear(channel, payload) {
      for (const callback of callbacksOf.get(channel) ?? []) callback(payload)
    },
    channels: () => [...callbacksOf.keys()],
  }
}
