import { MISSING_MESSAGES } from '../../../server/map-tiles/messages.ts'
import { useCity } from '../../app/city/city.ts'
import { useSite } from '../../app/site-context.ts'
import { useWorkspaceMessages } from '../messages.ts'
import styles from './map-lacks.module.css'

/** The map's missing layers in one line, for those who may add them. */
export function MapLacks() {
  const city = useCity()
  const { language } = useSite()
  const { map } = useWorkspaceMessages()
  const { missing = [] } = city.received.state.value.value ?? {}
  if (missing.length === 0) return null
  const { names, lacks } = MISSING_MESSAGES[language.value]
  return (
    <p class={styles.lacks} data-part="map-lacks">
      {lacks(missing.map((what) => names[what]))}{' '}
      <span class={styles.how}>{map.howToMend('lagesbild doctor')}</span>
    </p>
  )
}
