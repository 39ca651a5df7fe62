import { FailureNote } from '../app/shell/failure-note.tsx'
import { useCity } from '../app/city/city.ts'
import { useHotspots } from '../hotspots/hotspots.ts'
import { DataNote } from '../sources/data-note.tsx'
import { FilterForm } from '../hotspots/filters/filter-form.tsx'
import { GroupChooser } from '../hotspots/filters/group-chooser.tsx'
import { LayerList } from '../layers/layer-list.tsx'
import { SurfaceNote } from '../hotspots/surface-note.tsx'
import { MyWork } from './my-work.tsx'

/** The map's panel: group, legend, selection, layers and data. Planners and coordinators see their own work first. */
export function MapPanel() {
  const city = useCity()
  const { limited, surface } = useHotspots()
  const { failure, value } = city.received.state.value
  const counted = surface.state.value.value?.analysis
  // The data note comes first for planners and coordinators, and for all where there is no source.
  const dataFirst = limited || value?.sources.length === 0
  if (failure !== null) return <FailureNote failure={failure} onRetry={() => void city.load()} />
  return (
    <>
      {limited && <MyWork />}
      {dataFirst && <DataNote counted={counted} />}
      <GroupChooser />
      <SurfaceNote />
      <FilterForm />
      <LayerList />
      {!dataFirst && <DataNote counted={counted} />}
    </>
  )
}
