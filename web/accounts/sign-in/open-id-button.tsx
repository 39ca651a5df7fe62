import { ACCOUNT_PATHS } from '../../../server/accounts/paths.ts'
import { useSite } from '../../app/site-context.ts'
import { useAccountMessages } from '../messages.ts'
import styles from './open-id-button.module.css'
import controls from '../../ui/controls.module.css'
import prose from '../../ui/prose.module.css'

/** Button to the city's OpenID Connect provider, where configured. */
export function OpenIdButton({ newTab = false }: { readonly newTab?: boolean }) {
  const { session } = useSite()
  const { signIn, expired } = useAccountMessages()
  const offered = session.state.value.value?.signIn.openIdConnect ?? null
  if (offered === null) return null
  return (
    <div class={styles.openId}>
      <p class={styles.or} aria-hidden="true">
        {signIn.or}
      </p>
      <a
        class={controls.button}
        href={ACCOUNT_PATHS.signInWith}
        {...(newTab && { target: '_blank', rel: 'noopener' })}
      >
        {signIn.with(offered.title)}
      </a>
      {newTab && <p class={prose.hint}>{expired.other}</p>}
    </div>
  )
}
