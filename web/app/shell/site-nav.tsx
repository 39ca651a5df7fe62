import { pageOf } from '../route.ts'
import { useSite } from '../site-context.ts'
import { useMenu } from './menu.ts'
import styles from './header.module.css'

/** Navigation between the pages of a person's role. */
export function SiteNav() {
  const { texts, session, route } = useSite()
  const { main } = useMenu()
  if (main.length === 0) return null
  const page = pageOf(route.value, session.user.value)
  return (
    <nav class={styles.nav} aria-label={texts.value.app.pages}>
      {main.map(({ text, href, pages }) => (
        <a key={href} href={href} aria-current={pages?.includes(page) === true ? 'page' : undefined}>
          {text}
        </a>
      ))}
    </nav>
  )
}
