/** LISTEN / NOTIFY. Polling finds every change anyway, so notifications may be lost or repeated. */
export interface Notifications {
  /**
   * Calls back for every notification on a channel, and once after a lost connection has come back.
   *
   * @param channel a plain lower-case identifier
   * @returns a function that stops it
   */
  listen(channel: string, onNotify: (payload: string) => void): Promise<() => Promise<void>>
}

/** The channel of notifications of committed changes to incidents (`incidents`) and small layers (`layers`). */
export const CHANGE_CHANNEL = 'lagesbild_change'
