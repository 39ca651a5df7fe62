import { FailureNote } from '../app/shell/failure-note.tsx'
import { useCity } from '../app/city/city.ts'
import { useHotspots } from '../hotspots/hotspots.ts'
import { DataNote } from '../sources/data-note.tsx'
import { FilterForm } from '../hotspots/filters/filter-form.tsx'
import { GroupChooser } from '../hotspots/filters/group-chooser.tsx'
import { LayerList } from '../layers/layer-list.tsx'
import { Legend } from '../hotspots/legend.tsx'
import { MyWork } from './my-work.tsx'

/**
 * What the map shows and why it looks as it does: group, legend, selection, layers, the data behind. Planners and
 * coordinators meet their own work first.
 */
export function MapPanel() {
  const city = useCity()
  const { limited, surface } = useHotspots()
  const { failure, value } = city.received.state.value
  const counted = surface.state.value.value?.analysis
  // How far the data reach is what a planner asks first, and everybody where there are none.
  const dataFirst = limited || value?.sources.length === 0
  if (failure !== null) return <FailureNote failure={failure} onRetry={() => void city.load()} />
  return (
    <>
      {limited && <MyWork />}
      {dataFirst && <DataNote counted={counted} />}
      <GroupChooser />
      <Legend />
      <FilterForm />
      <LayerList />
      {!dataFirst && <DataNote counted={counted} />}
    </>
  )
}
