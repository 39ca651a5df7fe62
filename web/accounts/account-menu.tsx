import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { SessionUser } from '../app/session-calls.ts'
import { digestAddress, glossaryAddress, startAddress } from '../app/route.ts'
import { useMenu } from '../app/shell/menu.ts'
import { useSite } from '../app/site-context.ts'
import { PasswordDialog } from './password-dialog.tsx'
import { useAccountMessages } from './messages.ts'
import styles from './account-menu.module.css'
import prose from '../ui/prose.module.css'

/** The menu of the signed-in account. */
export function AccountMenu({ user }: { readonly user: SessionUser }) {
  const { route, language, session } = useSite()
  const { account, roles } = useAccountMessages()
  const { more } = useMenu()
  const menu = useRef<HTMLDivElement>(null)
  const passwordDialog = useRef<HTMLDialogElement>(null)
  const failed = useSignal(false)
  const leave = async (everywhere: boolean) => {
    failed.value = false
    try {
      await session.signOut({ everywhere })
    } catch {
      failed.value = true
    }
  }
  return (
    <div data-part="account">
      <button type="button" class={styles.button} popovertarget="account-menu">
        <span class="visually-hidden">{account.menu(`${user.name}, ${roles[user.role]}`)}</span>
        <span class={styles.initials} aria-hidden="true">
          {initialsOf(user.name)}
        </span>
        <span class={styles.name} aria-hidden="true">
          {user.name}
          <small>{roles[user.role]}</small>
        </span>
      </button>
      <div ref={menu} id="account-menu" class={styles.menu} popover="auto">
        <WhoIAm user={user} />
        {failed.value && (
          <p class={prose.failure} role="alert">
            {account.signOutFailed}
          </p>
        )}
        <ul>
          <li>
            {route.value.page === 'start' ? (
              <a class={styles.item} href="/">
                {account.workPage}
              </a>
            ) : (
              <a class={styles.item} href={`/${startAddress(null, language.value)}`}>
                {account.publicPage}
              </a>
            )}
          </li>
          {more.map(({ text, href }) => (
            <li key={href}>
              <a class={styles.item} href={href}>
                {text}
              </a>
            </li>
          ))}
          <li>
            <a class={styles.item} href={glossaryAddress(language.value)}>
              {account.glossary}
            </a>
          </li>
          {user.rights.includes('commitments.read') && (
            <li>
              <a class={styles.item} href={digestAddress(language.value)}>
                {account.digest}
              </a>
            </li>
          )}
          {user.hasPassword && (
            <li>
              <button
                type="button"
                class={styles.item}
                onClick={() => {
                  menu.current?.hidePopover()
                  passwordDialog.current?.showModal()
                }}
              >
                {account.changePassword}
              </button>
            </li>
          )}
          <li>
            <button type="button" class={styles.item} onClick={() => void leave(false)}>
              {account.signOut}
            </button>
          </li>
          <li>
            <button type="button" class={styles.item} onClick={() => void leave(true)}>
              {account.signOutEverywhere}
            </button>
          </li>
        </ul>
      </div>
      <PasswordDialog dialog={passwordDialog} user={user} />
    </div>
  )
}

function WhoIAm({ user }: { readonly user: SessionUser }) {
  const { account, roles } = useAccountMessages()
  return (
    <div class={styles.who}>
      <p class={styles.whoName}>{user.name}</p>
      <p>{user.email}</p>
      <dl>
        <div>
          <dt>{account.role}</dt>
          <dd>{roles[user.role]}</dd>
        </div>
        {user.organisation !== null && (
          <div>
            <dt>{account.organisation}</dt>
            <dd>{user.organisation}</dd>
          </div>
        )}
        {user.places.length > 0 && (
          <div>
            <dt>{account.places}</dt>
            <dd>{user.places.map(({ name }) => name).join(', ')}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}

/** The first letters of the first and the last name. */
function initialsOf(name: string): string {
  const names = name.trim().split(/\s+/)
  return [names[0], names.length > 1 ? names.at(-1) : '']
    .map((part) => Array.from(part ?? '')[0] ?? '')
    .join('')
}
