import type { Json } from '../support/serving/api-client.ts'
import type { MatrixCity } from './matrix-city.ts'
import type { Column } from './matrix-table.ts'

/** An id that does not exist. */
export const ABSENT = '999999'

/** One cell of the matrix: caller and resource. */
export interface Scene {
  readonly city: MatrixCity
  readonly who: Column
  readonly resource: string
  /** Whether the request consumes its resource; a read or refused one can be reused. */
  readonly spends: boolean
}

/** A valid request, whoever sends it. */
export interface MatrixRequest {
  /** What the path names. */
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Makes the request of an operation, and the resources that it needs. */
export type RequestFactory = (scene: Scene) => MatrixRequest | Promise<MatrixRequest>
export type RequestTable = Readonly<Record<string, RequestFactory>>

const kept = new WeakMap<MatrixCity, Map<string, Promise<unknown>>>()

/** A resource: shared when it is kept, a new one when it is consumed. */
export function one<T>({ city, spends }: Scene, name: string, make: () => Promise<T>): Promise<T> {
  if (spends) return make()
  const known = kept.get(city) ?? new Map<string, Promise<unknown>>()
  kept.set(city, known)
  if (!known.has(name)) known.set(name, make())
  return known.get(name) as Promise<T>
}

/** An operation that needs nothing but its path. */
export const plain: RequestFactory = () => ({})

/** A form with texts and files, in their order. */
export function form(parts: Readonly<Record<string, string | Blob>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(parts)) {
    if (value instanceof Blob) data.append(name, value, 'file')
    else data.append(name, value)
  }
  return data
}

/** A GeoJSON feature. */
export const feature = (geometry: Json, properties: object) => ({ type: 'Feature', geometry, properties })

/** The id in a successful response. */
export function idOf({ status, body }: { readonly status: number; readonly body: Json }): number {
  if (status >= 300)
    throw new Error(`A thing for the matrix could not be made: ${status} ${JSON.stringify(body)}`)
  return body.id
}
