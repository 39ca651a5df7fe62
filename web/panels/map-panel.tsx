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
  const { failure } = workspace.city.state.value
  if (failure !== null) return <FailureNote failure={failure} onRetry={() => void loadCity(workspace)} />
  return (
    <>
      {workspace.limited && <MyWork />}
      {workspace.limited && <DataNote />}
      <GroupChooser />
      <Legend />
      <FilterForm />
      <LayerList />
      {!workspace.limited && <DataNote />}
    </>
  )
}
