import { useMemo } from 'preact/hooks'
import { Header } from '../app/shell/header.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useSite } from '../app/site-context.ts'
import '../administration/admin.css'
import { createAdminApi } from '../accounts/admin-calls.ts'
import { useAccountMessages } from '../accounts/messages.ts'
import { useAdminWords } from '../accounts/admin-words.ts'
import { RepeatsTable } from './repeats-table.tsx'
import { TrailList } from './trail-list.tsx'

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
      <main class="page admin" id="content" tabIndex={-1}>
        <p class="way-on">
          <a href={language === 'sv' ? '/' : `/?lang=${language}`}>{account.workPage}</a>
        </p>
        <h1>{repeats.title}</h1>
        <p class="lead">{repeats.lead}</p>
        <TrailList ask={api.repeats} question={api} emptyWords={repeats.empty} Table={RepeatsTable} />
      </main>
    </>
  )
}
