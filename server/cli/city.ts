import { invalidParameter } from '../engine/errors.ts'
import type { Command } from './command.ts'
import { CITY_HELP } from './help/city-help.ts'
import { USAGE_MESSAGES as MESSAGES } from './usage-messages.ts'

/** Begins a city of one's own. */
export const city: Command = {
  name: 'city',
  ...CITY_HELP,
  async run([action, ...words], context) {
    if (action !== 'init')
      throw invalidParameter('city', action, MESSAGES.followedBy({ sv: 'init', en: 'init' }))
    const { cityInit } = await import('./city-init/city-init.ts')
    return cityInit(words, context)
  },
}
