import { useEffect } from 'preact/hooks'
import { useTexts } from '../site-context.ts'

/** Names the page in the browser's tab and history; null is the product's name alone. */
export function useTitle(title: string | null): void {
  const { app } = useTexts()
  useEffect(() => {
    document.title = title === null ? app.name : `${title} – ${app.name}`
  }, [title, app.name])
}
