import { useQuery } from '@tanstack/react-query'
import type { Customer } from '../../../domain/customers/schemas.ts'
import type { OrganizationRef } from '../../../domain/organizations/schemas.ts'
import { removalBlockers, removalEffects } from '../../../domain/relationships/removal.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import { subscriptionsOf } from '../../api/shared-readings.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { Button } from '../../ui/actions/button.tsx'
import { useTyped } from '../../ui/forms/use-typed.ts'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { Stack } from '../../ui/looks/layout.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { useAction } from '../../ui/actions/use-action.ts'
import { Noted } from '../../ui/looks/noted.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { RuleLink } from '../../ui/actions/rule-link.tsx'
import { useNow } from '../../ui/text/use-now.ts'
import { removeRelationship } from './relationship-requests.ts'
import styles from './relationship-actions.module.css'

type Props = {
  customer: Customer
  verdict: Verdict
  own: Pick<OrganizationRef, 'id'>
  onRemoved: () => void
}

/** Removes the relationship after confirming the effects; while something is active, lists it (BR-60 to BR-64). */
export function RemoveRelationship({ customer, verdict, own, onRemoved }: Props) {
  const { t } = useWords()
  const [isOpen, setOpen] = useTyped('removing the relationship', false)
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

/** The blockers of a removal with their remedies, as in the API's refusal (BR-61, BR-63). */
function RemovalBlockers({ tenantId, partnerId }: { tenantId: string; partnerId: string }) {
  const { t, formatDate } = useWords()
  const { data, ...query } = useQuery(subscriptionsOf(tenantId))
  const now = new Date(useNow()).toISOString()
  if (!data) return <NotYet compact query={query} lines={4} />
  const blockers = removalBlockers(partnerId, data.items, now)
  return (
    <Stack gap={4} className={styles.dialog}>
      <p><span>{t('relationship-actions.blocked.lead')}</span> <RuleLink rule="BR-61" /></p>
      <Stack as="ul" gap={2}>
        {blockers.map(({ code, subscriptionId, offerName, date }) => (
          <Noted as="li" key={subscriptionId} icon={code === 'cancellation_window_closed' ? 'clock' : 'caution'}>
            {t(`relationship-actions.blocker.${code}`, { offerName, date: date ? formatDate(date) : '' })}
          </Noted>
        ))}
      </Stack>
      {blockers.some(({ code }) => code === 'cancellation_window_closed') && (
        <Noted icon="info" box="surface-sunken" pad="3 4">
          <span>{t('relationship-actions.blocked.idle')}</span> <RuleLink rule="BR-63" />
        </Noted>
      )}
    </Stack>
  )
}
