import { createStoreContext } from '../../ui/store-context.ts'
import type { Language } from '../../i18n/language.ts'
import type { CityResponse } from '../api/responses.ts'
import { createResource, type Resource } from '../api/resource.ts'
import { type CityApi, loadCity } from './load-city.ts'

/** The city's data that pages need before they load figures. */
export interface City {
  readonly received: Resource<CityResponse>
  load(): Promise<void>
  /** The name of a group or category; an unknown code is returned as is. */
  nameOf(code: string, language: Language): string
}

/** The store of the city. @param seesUnits whether the person sees sums as of a cut */
export function createCity(api: CityApi, seesUnits = false): City {
  const response = createResource<CityResponse>()
  return {
    received: response,
    load: () => response.load((signal) => loadCity(api, seesUnits, signal)),
    nameOf: (code, language) => {
      const known = response.state.value.value?.categories
      const named =
        known?.groups.find((g) => g.code === code) ?? known?.categories.find((c) => c.code === code)
      return named?.[language] ?? code
    },
  }
}

export const { Provider: CityProvider, useStore: useCity } = createStoreContext<City>('city')
