import { useSignal } from '@preact/signals'
import type { ApiKey } from '../../../server/accounts/keys/contract.ts'
import type { AdminApi } from '../admin-calls.ts'
import { useAdminMessages } from '../admin-messages.ts'
import { FormDialog } from '../form-dialog.tsx'
import { KeyDialog } from './key-dialog.tsx'
import { KeysTable } from './keys-table.tsx'
import { Loaded } from '../../app/shell/loaded.tsx'
import { ShownOnce } from '../shown-once.tsx'
import { useResource } from '../../app/api/use-resource.ts'
import controls from '../../ui/controls.module.css'

/** API keys for machines: list, creation and revocation. */
export function KeysSection({ api }: { readonly api: AdminApi }) {
  const { words: messages } = useAdminMessages()
  const { keys } = messages
  const found = useResource(async (signal) => ({
    list: await api.keys(signal),
    organisations: await api.organisations(signal),
  }))
  const making = useSignal(false)
  const revoking = useSignal<ApiKey | null>(null)
  const shown = useSignal<{ readonly name: string; readonly token: string } | null>(null)
  const reload = () => void found.retry()
  return (
    <>
      <p class="lead">{keys.lead}</p>
      <button type="button" class={controls.button} onClick={() => (making.value = true)}>
        {keys.make}
      </button>
      <Loaded resource={found}>
        {({ list, organisations }) => (
          <>
            <KeysTable keys={list.items} onRevoke={(key) => (revoking.value = key)} />
            {making.value && (
              <KeyDialog
                api={api}
                scopesByRole={list.scopesByRole}
                organisations={organisations}
                onClose={() => (making.value = false)}
                onMade={(made) => {
                  shown.value = made
                  reload()
                }}
              />
            )}
          </>
        )}
      </Loaded>
      {revoking.value !== null && (
        <FormDialog
          title={keys.revokeTitle(revoking.value.name)}
          action={keys.revoke}
          onSubmit={async () => {
            await api.revokeKey(revoking.value!.id)
            reload()
          }}
          onClose={() => (revoking.value = null)}
        >
          <p>{keys.revokeLead}</p>
        </FormDialog>
      )}
      {shown.value !== null && (
        <ShownOnce
          title={keys.shownTitle(shown.value.name)}
          lead={keys.shownLead}
          label={keys.token}
          secret={shown.value.token}
          onClose={() => (shown.value = null)}
        />
      )}
    </>
  )
}
