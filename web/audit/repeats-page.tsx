import { useMemo } from 'preact/hooks'
import { Header } from '../app/shell/header.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useSite } from '../app/site-context.ts'
import { useAccountMessages } from '../accounts/messages.ts'
import { useAdminWords } from '../accounts/admin-words.ts'
import { RepeatsTable } from './repeats-table.tsx'
import { TrailList } from './trail-list.tsx'
import { createAdminApi } from '../accounts/admin-calls.ts'
import styles from './repeats-page.module.css'
import prose from '../ui/prose.module.css'

/** The analysts' page of checks that nearly repeated another, so that somebody who sees incidents follows them up. */
export function RepeatsPage() {
  const { ask } = useSite()
  const { account, app, language } = useAccountMessages()
  const { repeats } = useAdminWords().words
  useTitle(repeats.title)
  const api = useMemo(() => createAdminApi(ask), [ask])
  return (
    <>
      <a class="skip-link" href="#content">
        {app.skip}
      </a>
      <Header />
      <main class={`page ${styles.repeats}`} id="content" tabIndex={-1}>
        <p class={prose.wayOn}>
          <a href={language === 'sv' ? '/' : `/?lang=${language}`}>{account.workPage}</a>
        </p>
        <h1>{repeats.title}</h1>
        <p class="lead">{repeats.lead}</p>
        <TrailList ask={api.repeats} question={api} emptyWords={repeats.empty} Table={RepeatsTable} />
      </main>
    </>
  )
}
