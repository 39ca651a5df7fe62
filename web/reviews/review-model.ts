import { signal, type Signal } from '@preact/signals'
import { asFailure, type RequestFailed } from '../app/api/problem.ts'
import { createResource, type Resource } from '../app/api/resource.ts'
import type {
  ReviewResponse,
  ReviewCalls,
  ReviewCommand,
  VerificationResponse,
  WholeReview,
} from './review-calls.ts'

/** Part of the page in which a command's progress and failure are shown. */
export type ReviewPart = 'next' | 'weighing' | 'checklist' | 'consultations' | 'evidence' | 'publication'

/** A command, or one made from the review when its turn comes; null = skip. */
export type CommandInFlight = ReviewCommand | ((review: ReviewResponse) => ReviewCommand | null)

/** The model of a review's page: data and commands. */
export interface ReviewModel {
  readonly whole: Resource<WholeReview>
  /** The part whose command is in flight. */
  readonly busy: Signal<ReviewPart | null>
  /** The part whose last command succeeded, until the next one. */
  readonly done: Signal<ReviewPart | null>
  readonly failure: Signal<{ readonly part: ReviewPart; readonly failure: RequestFailed } | null>
  readonly verification: Resource<VerificationResponse>
  read(): Promise<void>
  /**
   * Runs a command after those in flight; not when one of them fails, or when the same part is busy.
   *
   * @returns whether it succeeded
   */
  act(part: ReviewPart, command: CommandInFlight): Promise<boolean>
  verify(): Promise<void>
}

/** The model of a review; sends no request before `read`. */
export function createReviewModel(calls: ReviewCalls, id: number): ReviewModel {
  const whole = createResource<WholeReview>()
  const verification = createResource<VerificationResponse>()
  const busy = signal<ReviewPart | null>(null)
  const done = signal<ReviewPart | null>(null)
  const failure = signal<{ readonly part: ReviewPart; readonly failure: RequestFailed } | null>(null)

  const started = new Set<ReviewPart>()
  let latest = Promise.resolve(true)

  const read = () => whole.load((abort) => calls.whole(id, abort))
  const perform = async (part: ReviewPart, inTurn: CommandInFlight) => {
    const review = whole.state.peek().value?.review
    if (review === undefined) return false
    const command = typeof inTurn === 'function' ? inTurn(review) : inTurn
    if (command === null) return false
    busy.value = part
    done.value = null
    failure.value = null
    try {
      await calls.act(review, command)
      await read()
      done.value = part
      return true
    } catch (error) {
      failure.value = { part, failure: asFailure(error) }
      return false
    } finally {
      busy.value = null
    }
  }

  return {
    whole,
    busy,
    done,
    failure,
    verification,
    async read() {
      failure.value = null
      await read()
    },
    async act(part, command) {
      if (started.has(part)) return false
      const before = started.size === 0 ? Promise.resolve(true) : latest
      started.add(part)
      latest = before.then(async (cameThrough) => {
        const did = cameThrough && (await perform(part, command))
        started.delete(part)
        return did
      })
      return latest
    },
    verify: () => verification.load(() => calls.verify(id)),
  }
}
