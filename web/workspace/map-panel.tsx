import { FailureNote } from '../app/shell/failure-note.tsx'
import { useWorkspace } from './workspace-context.ts'
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
  const workspace = useWorkspace()
  const { failure, value } = workspace.city.answer.state.value
  // How far the data reach is what a planner asks first, and everybody where there are none.
  const dataFirst = workspace.limited || value?.sources.length === 0
  if (failure !== null) return <FailureNote failure={failure} onRetry={() => void workspace.city.load()} />
  return (
    <>
      {workspace.limited && <MyWork />}
      {dataFirst && <DataNote />}
      <GroupChooser />
      <Legend />
      <FilterForm />
      <LayerList />
      {!dataFirst && <DataNote />}
    </>
  )
}
