import { DomainError } from '../engine/errors.ts'

/** The refusal of real data offered to the demo city, with the way to a city of one's own. */
export function demoRefused(): DomainError {
  return new DomainError(
    'demo-refused',
    'The demo city takes no real data. Start with DEMO=off to set up a city of your own.',
  )
}
