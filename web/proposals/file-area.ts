import { type ReadonlySignal, signal } from '@preact/signals'
import type { ProposalFile, ProposalFileOptions, ProposalPart } from '../../server/proposals/contract.ts'
import { createResource, type Resource } from '../app/api/resource.ts'
import type { Area } from '../map/geometry.ts'

/** A file of an area on its way to the draft: what it holds, and what a person has chosen of it. */
export interface FileArea {
  readonly state: Resource<ProposalFile>['state']
  /** Name of the file that is being read; null for none. */
  readonly name: ReadonlySignal<string | null>
  /** Reads a file; one outline becomes the area at once. */
  read(file: File): Promise<void>
  /** Reads the same file again, by a layer or a coordinate system that was chosen. */
  choose(choice: Partial<ProposalFileOptions>): Promise<void>
  /** Makes the area of some of its outlines. */
  take(parts: readonly ProposalPart[]): void
  clear(): void
}

interface Deps {
  readonly read: (file: File, options: ProposalFileOptions, signal?: AbortSignal) => Promise<ProposalFile>
  /** @param name of the file that it came from */
  readonly onArea: (area: Area, name: string) => void
}

const UNSAID: ProposalFileOptions = { layer: null, crs: null, exchanged: false }

export function createFileArea({ read, onArea }: Deps): FileArea {
  const resource = createResource<ProposalFile>()
  const name = signal<string | null>(null)
  let current: File | null = null
  let options = UNSAID
  const clear = () => {
    resource.clear()
    current = null
    name.value = null
  }
  const take = (parts: readonly ProposalPart[]) => {
    const area = joined(parts)
    if (area === null) return
    const from = name.peek() ?? ''
    clear()
    onArea(area, from)
  }
  const load = async () => {
    const file = current
    if (file === null) return
    await resource.load((abort) => read(file, options, abort))
    const { value, phase } = resource.state.peek()
    if (phase === 'ready' && value?.parts.length === 1 && current === file) take(value.parts)
  }
  return {
    state: resource.state,
    name,
    clear,
    take,
    read: (file) => {
      resource.clear()
      current = file
      name.value = file.name
      options = UNSAID
      return load()
    },
    choose: (choice) => {
      options = { ...options, ...choice }
      return load()
    },
  }
}

/** Outlines as one area; null without any. */
export function joined(parts: readonly Pick<ProposalPart, 'geometry'>[]): Area | null {
  const [only, ...others] = parts
  if (only === undefined) return null
  if (others.length === 0) return only.geometry
  const polygons = parts.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  )
  return { type: 'MultiPolygon', coordinates: polygons }
}
