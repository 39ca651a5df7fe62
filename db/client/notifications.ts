/** LISTEN / NOTIFY. A notification only hastens what polling would find anyway: one may be lost or doubled. */
export interface Notifications {
  /**
   * Calls back for every notification on a channel, and once after a lost connection has come back.
   *
   * @param channel a plain lower-case identifier
   * @returns the way to stop
   */
  listen(channel: string, onNotify: (payload: string) => void): Promise<() => Promise<void>>
}

/** The channel that every committed change of incidents (`incidents`) or small layers (`layers`) is told on. */
export const CHANGE_CHANNEL = 'lagesbild_change'
