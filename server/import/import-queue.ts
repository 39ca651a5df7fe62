import { DomainError } from '../engine/errors.ts'
import { IMPORT_MESSAGES as MESSAGES } from './messages.ts'

const RETRY_AFTER_SECONDS = 30

/** A reserved turn: used once, by `run` or by `leave`. */
export interface Turn {
  /** Runs the task when everything reserved before has run or left. */
  run<T>(task: () => Promise<T>): Promise<T>
  leave(): void
}

/** Lets one import run at a time and a few wait. */
export interface ImportQueue {
  /** @throws DomainError `busy` when as many wait as may */
  reserve(): Turn
}

/** @param maxWaiting imports that may wait behind the one that runs */
export function createImportQueue(maxWaiting: number): ImportQueue {
  let reserved = 0
  let last: Promise<unknown> = Promise.resolve()

  function reserve(): Turn {
    if (reserved > maxWaiting) {
      throw new DomainError('busy', MESSAGES.waiting, {
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      })
    }
    reserved++
    const before = last
    let end = () => {}
    const turn = new Promise<void>((resolve) => {
      end = () => {
        reserved--
        resolve()
      }
    })
    last = Promise.all([before, turn])
    return {
      async run(task) {
        await before
        return task().finally(end)
      },
      leave: end,
    }
  }

  return { reserve }
}
