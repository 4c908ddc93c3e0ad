import { useState } from 'react'
import { offered } from '../../../domain/answers/decision.ts'
import { canGrantAdminRights, canRemoveAdminRights } from '../../../domain/relationships/admin-rights.ts'
import { partnerFacts } from '../../../domain/relationships/partners-map.ts'
import type { PartnerOfTenant } from '../../../domain/relationships/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { ChangeList } from '../../ui/change-list.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { showToast } from '../../ui/toast.ts'
import { useAction } from '../../ui/use-action.ts'
import { grantAdminRights, removeAdminRights } from './my-partner-requests.ts'

type Props = { actor: Actor; row: PartnerOfTenant; others: readonly PartnerOfTenant[] }

/** Gives or removes admin rights, after saying exactly what changes and what does not (BR-28, BR-47). */
export function PartnerDecision({ actor, row, others }: Props) {
  const { t } = useWords()
  const [isAsking, setAsking] = useState(false)
  const verb = row.allowDelegatedAccess ? 'remove' : 'grant'
  const action = useAction('customers', verb === 'remove' ? removeAdminRights : grantAdminRights)
  const verdict =
    verb === 'remove'
      ? canRemoveAdminRights(actor, partnerFacts(row))
      : offered(canGrantAdminRights(actor, partnerFacts(row), others.map(partnerFacts), ownPolicy()))
  const partner = row.partner.displayName
  const close = () => setAsking(false)
  const decide = async () => {
    const done = await action.run({ partnerId: row.partner.id })
    close()
    if (done) showToast(t(`my-partners.${verb}.done`))
  }
  const [changes, keeps] =
    verb === 'remove'
      ? [
          [t('my-partners.remove.changes.access', { partner })],
          [
            t('my-partners.remove.keeps.relationship'),
            t('my-partners.remove.keeps.support', { partner }),
            t('my-partners.remove.keeps.azure'),
          ],
        ]
      : [
          [t('my-partners.grant.changes.access', { partner })],
          [t('my-partners.grant.keeps.subscriptions'), t('my-partners.grant.keeps.owner')],
        ]
  return (
    <>
      <ActionButton icon={verb === 'remove' ? 'refused' : 'key'} verdict={verdict} onPress={() => setAsking(true)}>
        {t(`my-partners.${verb}`)}
      </ActionButton>
      <Dialog isOpen={isAsking} onClose={close} title={t(`my-partners.${verb}.title`, { partner })} actions={
        <>
          <Button onPress={close}>{t('my-partners.cancel')}</Button>
          <Button variant={verb === 'remove' ? 'danger' : 'accent'} pending={action.isRunning} onPress={() => void decide()}>
            {t(`my-partners.${verb}`)}
          </Button>
        </>
      }>
        <ChangeList changes={changes} keeps={keeps} />
      </Dialog>
    </>
  )
}
