import type { WatchMessages } from './messages-sv.ts'

/** Words of the watch over reviews in English. */
export const watchEn: WatchMessages = {
  changed: (count) =>
    count === 1
      ? 'One finding has changed since the evidence was computed'
      : `${count} findings have changed since the evidence was computed`,
  brief: (count) => (count === 1 ? 'One finding has changed' : `${count} findings have changed`),
  lead: (computed) =>
    `The same check was made again on the data as they are now. The evidence of ${computed} stays as it is until somebody computes it anew.`,
  asOf: (day) =>
    `Reports are counted as they were on ${day}, when the month’s figures were made. Registers are counted as they are now.`,
  kinds: { added: 'New', removed: 'Gone', verdict: 'Another conclusion', figures: 'Other figures' },
  before: 'Evidence',
  now: 'Now',
  none: 'Not there',
  failed: 'The evidence could not be compared with today’s data. Load the page again in a while.',
  failedBriefly: 'Could not be compared with today’s data',
  otherMethod:
    'The evidence was computed by an earlier version of the method and is not compared with today’s data. Compute it anew to have it compared.',
}
