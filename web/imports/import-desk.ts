import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { createResource, type Resource } from '../app/api/resource.ts'
import type {
  Hints,
  ImportCalls,
  ImportStatus,
  LikelySystem,
  Mapping,
  PositionColumns,
  Preview,
} from './import-calls.ts'

/** A file on its way in: what it would become, how it is read, and how its import goes. */
export interface ImportDesk {
  readonly file: ReadonlySignal<File | null>
  readonly preview: Resource<Preview>
  /** How the file is read: as guessed, then as corrected. Null until there is one. */
  readonly mapping: Signal<Mapping | null>
  /** Imports, the newest first. */
  readonly imports: Resource<readonly ImportStatus[]>
  /** What was begun here last, as it stands. */
  readonly started: Resource<ImportStatus>
  /** Reads another file and guesses how. */
  take(file: File): void
  /** Corrects how the file is read, and shows what it would become then. */
  correct(patch: Partial<Mapping>): void
  /** Reads the times in one of the ways that the preview offers. */
  readTimesAs(timeFormat: string): void
  /** Takes the positions from two columns, where no guess found them. */
  choosePositions(columns: PositionColumns): void
  useSystem(system: LikelySystem): void
  /** Imports the file; resolves when it is in or has failed. */
  start(): Promise<void>
}

const POLL_MS = 700

/** @param isOver whether nobody looks any more */
export function createImportDesk(calls: ImportCalls, isOver: () => boolean): ImportDesk {
  const file = signal<File | null>(null)
  const mapping = signal<Mapping | null>(null)
  const preview = createResource<Preview>()
  const imports = createResource<readonly ImportStatus[]>()
  const started = createResource<ImportStatus>()
  let hints: Hints = {}

  const look = (known: Mapping | Hints) => {
    const chosen = file.peek()
    if (chosen === null) return
    void preview.load(async (stop) => {
      const found = await calls.preview(chosen, known, stop)
      if (found.guessed) mapping.value = found.mapping
      return found
    })
  }
  const guess = (more: Hints) => {
    hints = { ...hints, ...more }
    look(hints)
  }
  return {
    file,
    preview,
    mapping,
    imports,
    started,
    take(chosen) {
      file.value = chosen
      mapping.value = null
      hints = {}
      preview.clear()
      started.clear()
      look(hints)
    },
    correct(patch) {
      const current = mapping.peek()
      if (current === null) return
      mapping.value = { ...current, ...patch }
      if (Object.keys(patch).some((name) => name !== 'source')) look(readable(mapping.peek()!))
    },
    readTimesAs: (timeFormat) => guess({ timeFormat }),
    choosePositions: (positionColumns) => guess({ positionColumns }),
    useSystem({ srid, exchanged }) {
      const crs = `EPSG:${srid}`
      const current = mapping.peek()
      if (!exchanged || current === null) return guess({ crs })
      const { x = null, y = null } = current.columns
      mapping.value = { ...current, crs, columns: { ...current.columns, x: y, y: x } }
      look(readable(mapping.peek()!))
    },
    async start() {
      const [chosen, whole] = [file.peek(), mapping.peek()]
      if (chosen === null || whole === null) return
      await started.load(() => calls.start(chosen, whole))
      for (let now = started.state.peek().value; isUnderWay(now) && !isOver(); ) {
        await new Promise((resolve) => void setTimeout(resolve, POLL_MS))
        await started.load(() => calls.status(now!.id))
        now = started.state.peek().value
      }
      await imports.load((stop) => calls.imports(stop))
    },
  }
}

function isUnderWay(status: ImportStatus | null): boolean {
  return status !== null && status.finishedAt === null
}

/** A mapping that a preview takes: a source that is not declared whole yet stands by its id. */
function readable(mapping: Mapping): Mapping {
  const { source } = mapping
  return typeof source === 'string' ? mapping : { ...mapping, source: source.id }
}
