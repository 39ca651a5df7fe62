interface Deps {
  /** How long closing may take from the signal on. */
  readonly maxCloseMs: number
  readonly say: (line: string) => void
  /** Ends the process when closing takes longer. */
  readonly end: () => void
}

/**
 * Waits for a signal to end: its name is the reason of the abort. Further ones are reported once and ignored, because
 * ending a process group signals the server several times: directly, by npm and by the starter.
 */
export function untilSignal({ maxCloseMs, say, end }: Deps) {
  const controller = new AbortController()
  const aborted = new Promise<void>((resolve) => controller.signal.addEventListener('abort', () => resolve()))
  let isRepeated = false
  const onSignal = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) {
      if (!isRepeated) say(`${name} again: it is closing already, for ${maxCloseMs / 1000} s at most.`)
      isRepeated = true
      return
    }
    controller.abort(name)
    const late = setTimeout(() => {
      say(`Closing took longer than ${maxCloseMs / 1000} s: ended at once.`)
      end()
    }, maxCloseMs)
    late.unref()
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal)
  return { signal: controller.signal, aborted }
}
