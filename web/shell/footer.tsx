import { accessibilityAddress } from '../state/route.ts'
import { useTexts } from '../state/site-context.ts'

/** What every page of words ends with. */
export function Footer() {
  const { app, language } = useTexts()
  return (
    <footer class="page-footer">
      <a href={accessibilityAddress(language)}>{app.accessibility}</a>
    </footer>
  )
}
