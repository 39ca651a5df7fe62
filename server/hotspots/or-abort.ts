/**
 * Waits for a value or for an abort, whichever comes first. The computation continues: others may wait for it, and
 * shared memory must be held until the worker has finished.
 *
 * @throws the signal's reason when it is aborted
 */
export async function orAbort<V>(value: Promise<V>, signal: AbortSignal | undefined): Promise<V> {
  if (signal === undefined) return value
  return new Promise<V>((resolve, reject) => {
    const giveUp = () => reject(signal.reason as Error)
    if (signal.aborted) giveUp()
    signal.addEventListener('abort', giveUp, { once: true })
    void value.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
  })
}
