/** Listeners by channel. */
export interface Listeners {
  /** @returns unsubscribes */
  subscribe(channel: string, onNotify: (payload: string) => void): () => void
  /** Passes a notification on to the channel's subscribers. */
  dispatch(channel: string, payload: string): void
  channels(): readonly string[]
}

export function createListeners(): Listeners {
  const callbacksOf = new Map<string, Set<(payload: string) => void>>()
  return {
    subscribe(channel, onNotify) {
      const callbacks = callbacksOf.get(channel) ?? new Set()
      callbacks.add(onNotify)
      callbacksOf.set(channel, callbacks)
      return () => {
        callbacks.delete(onNotify)
        if (callbacks.size === 0) callbacksOf.delete(channel)
      }
    },
    dispatch(channel, payload) {
      for (const callback of callbacksOf.get(channel) ?? []) callback(payload)
    },
    channels: () => [...callbacksOf.keys()],
  }
}
