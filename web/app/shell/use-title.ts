import { useEffect } from 'preact/hooks'
import { useSite } from '../site-context.ts'

/** Names the page in the browser's tab and history; null is the name of the product, and of the city where it has one, alone. */
export function useTitle(title: string | null): void {
  const { texts, session } = useSite()
  const { name } = texts.value.app
  const city = session.cityName.value
  const site = city === null ? name : `${name} ${city}`
  useEffect(() => {
    document.title = title === null ? site : `${title} – ${site}`
  }, [title, site])
}
