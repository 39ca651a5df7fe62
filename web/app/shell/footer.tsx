import { accessibilityAddress, glossaryAddress } from '../route.ts'
import { useSite, useTexts } from '../site-context.ts'
import styles from './footer.module.css'

/** The footer of text pages. */
export function Footer() {
  const { app, language } = useTexts()
  const { session } = useSite()
  return (
    <footer class={styles.footer}>
      {session.user.value !== null && <a href={glossaryAddress(language)}>{app.toGlossary}</a>}
      <a href={accessibilityAddress(language)}>{app.accessibility}</a>
    </footer>
  )
}
