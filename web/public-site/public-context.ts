import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { PublicData } from './public-data.ts'

export const PublicContext = createContext<PublicData | null>(null)

/** The published data of the component. */
export function usePublicData(): PublicData {
  const data = useContext(PublicContext)
  if (data === null) throw new Error('A component was rendered outside the public page.')
  return data
}
