import { FailureNote } from '../shell/failure-note.tsx'
import { loadCity } from '../state/load-city.ts'
import { useWorkspace } from '../state/workspace-context.ts'
import { DataNote } from './data-note.tsx'
import { FilterForm } from './filters/filter-form.tsx'
import { GroupChooser } from './group-chooser.tsx'
import { LayerList } from './layer-list.tsx'
import { Legend } from './legend.tsx'
import { MyWork } from './my-work.tsx'

/**
 * What the map shows and why it looks as it does: group, legend, selection, layers, the data behind. Planners and
 * coordinators meet their own work first.
 */
export function MapPanel() {
  const workspace = useWorkspace()
  const { failure, value } = workspace.city.state.value
  // How far the data reach is what a planner asks first, and everybody where there are none.
  const dataFirst = workspace.limited || value?.sources.length === 0
  if (failure !== null) return <FailureNote failure={failure} onRetry={() => void loadCity(workspace)} />
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
