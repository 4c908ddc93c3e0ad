import { useState } from 'react'
import type { Customer } from '../../../domain/customers/schemas.ts'
import type { OrganizationRef } from '../../../domain/organizations/schemas.ts'
import { removalEffects } from '../../../domain/relationships/removal.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { Button } from '../../ui/actions/button.tsx'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { Stack } from '../../ui/looks/layout.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { useAction } from '../../ui/actions/use-action.ts'
import { RemovalBlockers } from './removal-blockers.tsx'
import { removeRelationship } from './relationship-requests.ts'

type Props = {
  customer: Customer
  verdict: Verdict
  own: Pick<OrganizationRef, 'id'>
  onRemoved: () => void
}

/** Removes the relationship after confirming the effects; while something is active, lists it (BR-60 to BR-64). */
export function RemoveRelationship({ customer, verdict, own, onRemoved }: Props) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const remove = useAction('customers', removeRelationship)
  const name = customer.companyProfile.companyName
  const reseller = customer.reseller && customer.reseller.id !== own.id ? customer.reseller.displayName : undefined
  const isBlocked = !verdict.allowed && verdict.code === 'relationship.has_blockers'
  const onlySaid = customer.basis === 'said_by_partner'
  const act = onlySaid ? 'unlist' : 'remove'
  const keeps = onlySaid ? ['only_said', 'import'] as const : ['others', 'again'] as const
  const close = () => setOpen(false)
  const submit = async () => {
    const removed = await remove.run({ tenantId: customer.id, etag: customer.etag })
    close()
    if (!removed) return
    showToast(t(`relationship-actions.${act}.done`, { customer: name }))
    onRemoved()
  }
  return (
    <Stack gap={2} align="start" wide ruled="before" pad="4 0 0">
      <ActionButton icon="trash" verdict={verdict} onPress={() => setOpen(true)}>
        {t(`relationship-actions.${act}`)}
      </ActionButton>
      {isBlocked && <Button icon="info" onPress={() => setOpen(true)}>{t('relationship-actions.blocked.show')}</Button>}
      <Dialog isOpen={isOpen && isBlocked} onClose={close} title={t('relationship-actions.blocked.title', { customer: name })}>
        <RemovalBlockers tenantId={customer.id} partnerId={own.id} />
      </Dialog>
      <ConfirmDialog isOpen={isOpen && verdict.allowed} onClose={close} title={t(`relationship-actions.${act}.title`, { customer: name })}
        act={{ variant: 'danger', pending: remove.isRunning, onPress: () => void submit(), children: t(`relationship-actions.${act}`) }}
        changes={[
          ...removalEffects(customer).map((effect) => t(`relationship-actions.remove.effect.${effect}`, { customer: name })),
          ...(reseller ? [t(`relationship-actions.remove.effect.${onlySaid ? 'reseller_list' : 'reseller'}`, { reseller })] : []),
        ]}
        keeps={keeps.map((keep) => t(`relationship-actions.remove.keeps.${keep}`, { customer: name }))} />
    </Stack>
  )
}
