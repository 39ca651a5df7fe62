import { useEffect } from 'preact/hooks'
import { useCategoryName } from '../../app/city/category-names.ts'
import { useCity } from '../../app/city/city.ts'
import { CityText } from '../../ui/city-text.tsx'
import { useHotspots } from '../../hotspots/hotspots.ts'
import type { Bounds } from '../../map/geometry.ts'
import { useMapState } from '../../map/map-state.ts'
import { DataNote } from '../../sources/data-note.tsx'
import { useWorkspaceMessages } from '../messages.ts'
import styles from './printed-map.module.css'

/** The picture of the map on paper, with what it shows, its scale, sources and address; the legend stands beside it. */
export function PrintedMap() {
  const { printed, viewBounds } = useMapState()
  const { surface, filters } = useHotspots()
  const city = useCity()
  const nameOf = useCategoryName()
  const { map, formats } = useWorkspaceMessages()
  useEffect(() => {
    const end = () => (printed.value = null)
    addEventListener('afterprint', end)
    return () => removeEventListener('afterprint', end)
  }, [])
  if (printed.value === null) return null
  const { snapshotVersion: version } = surface.state.value.value?.analysis ?? {}
  const { sources = [] } = city.received.state.value.value ?? {}
  const { group, categories } = filters.value
  const bounds = viewBounds.value
  return (
    <figure class={styles.printed} data-part="printed-map">
      <h2>{categories.length > 0 ? categories.map(nameOf).join(', ') : nameOf(group)}</h2>
      <img src={printed.value} alt={map.picture} onLoad={() => print()} />
      <figcaption>
        {bounds !== null && <p>{map.pictureWidth(formats.decimal(kilometresAcross(bounds), 1))}</p>}
        <DataNote counted={surface.state.value.value?.analysis} />
        <ul>
          {sources.map(({ id, title, controller }) => (
            <li key={id}>
              <CityText>{title}</CityText>, <CityText>{controller}</CityText>
            </li>
          ))}
        </ul>
        <p class={styles.address}>
          {location.href}
          <br />
          {version}
        </p>
      </figcaption>
    </figure>
  )
}

const KM_PER_DEGREE = 111.32

/** Width of a view along its middle, km. */
function kilometresAcross([west, south, east, north]: Bounds): number {
  return (east - west) * KM_PER_DEGREE * Math.cos((((south + north) / 2) * Math.PI) / 180)
}
