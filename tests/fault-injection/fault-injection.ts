/** Default time limit of a trial, milliseconds. */
export const DEADLINE_MS = 180_000

/** An injected fault, and what must hold afterwards. */
export interface FaultInjection {
  readonly name: string
  /** Why it cannot run here, or null. */
  readonly impossible?: () => string | null
  /** Milliseconds that it may take; `DEADLINE_MS` unless given. */
  readonly deadlineMs?: number
  /**
   * @param scratch an empty folder, removed afterwards
   * @returns what was seen, in one line
   * @throws Error that says what was lost, half-done or down
   */
  run(scratch: string): Promise<string>
}

/** @throws Error with the message when the condition does not hold */
export function must(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message)
}

/** Retries until the condition holds. */
export async function eventually(
  message: string,
  condition: () => Promise<boolean>,
  withinMs = 60_000,
): Promise<number> {
  const began = performance.now()
  for (;;) {
    if (await condition().catch(() => false)) return Math.round(performance.now() - began)
    if (performance.now() - began > withinMs) throw new Error(`${message}: not within ${withinMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
