import { canRemoveAdminRights } from '../../../domain/relationships/admin-rights.ts'
import { rightsRemoval } from '../../../domain/relationships/customer-effects.ts'
import { partnerFacts } from '../../../domain/relationships/partners-map.ts'
import type { PartnerOfTenant } from '../../../domain/relationships/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { useTyped } from '../../ui/forms/use-typed.ts'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { useAction } from '../../ui/actions/use-action.ts'
import { GrantRights } from './grant-rights.tsx'
import { grantAdminRights, removeAdminRights } from './my-partner-requests.ts'

type Props = { actor: Actor; row: PartnerOfTenant; others: readonly PartnerOfTenant[]; requestAddress: string | undefined }

/** Gives or removes admin rights, after confirming the effects (BR-28, BR-47). */
export function PartnerDecision({ actor, row, others, requestAddress }: Props) {
  const { t } = useWords()
  // Both actions live here, since one's result is shown after the row has become the other's.
  const grant = useAction('customers', grantAdminRights)
  const remove = useAction('customers', removeAdminRights)
  const decide = (verb: 'grant' | 'remove', { run }: typeof grant) => async () => {
    if (await run({ partnerId: row.partner.id })) showToast(t(`my-partners.${verb}.done`))
  }
  return row.allowDelegatedAccess
    ? <RemoveRights actor={actor} row={row} isRunning={remove.isRunning} onRemove={decide('remove', remove)} />
    : <GrantRights {...{ actor, row, others, requestAddress }} isRunning={grant.isRunning} onGrant={decide('grant', grant)} />
}

type Removal = Omit<Props, 'others' | 'requestAddress'> & { isRunning: boolean; onRemove: () => Promise<void> }

function RemoveRights({ actor, row, isRunning, onRemove }: Removal) {
  const { t } = useWords()
  const [isAsking, setAsking] = useTyped(`removing rights of ${row.partner.id}`, false)
  const partner = row.partner.displayName
  const close = () => setAsking(false)
  const { changes, keeps } = rightsRemoval(row)
  return (
    <>
      <ActionButton icon="refused" verdict={canRemoveAdminRights(actor, partnerFacts(row))} onPress={() => setAsking(true)}>
        {t('my-partners.remove')}
      </ActionButton>
      <ConfirmDialog isOpen={isAsking} onClose={close} title={t('my-partners.remove.title', { partner })}
        act={{ variant: 'danger', pending: isRunning, onPress: () => void onRemove().then(close), children: t('my-partners.remove') }}
        changes={changes.map((change) => t(`my-partners.remove.changes.${change}`, { partner }))}
        keeps={keeps.map((kept) => t(`my-partners.remove.keeps.${kept}`, { partner }))} />
    </>
  )
}
