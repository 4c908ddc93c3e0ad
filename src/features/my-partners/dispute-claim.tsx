import { useState } from 'react'
import { canDisputeClaim } from '../../../domain/relationships/claims.ts'
import type { TenantClaim } from '../../../domain/relationships/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { ChangeList } from '../../ui/change-list.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { showToast } from '../../ui/toast.ts'
import { useAction } from '../../ui/use-action.ts'
import { disputeClaim } from './my-partner-requests.ts'

/** The customer says that it is none of this partner's, after reading what that does. */
export function DisputeClaim({ actor, claim }: { actor: Actor; claim: TenantClaim }) {
  const { t } = useWords()
  const [isAsking, setAsking] = useState(false)
  const action = useAction('customers', disputeClaim)
  const partner = claim.partner.displayName
  const close = () => setAsking(false)
  const dispute = async () => {
    const done = await action.run({ partnerId: claim.id })
    close()
    if (done) showToast(t('my-partners.claims.dispute.done'))
  }
  return (
    <>
      <ActionButton icon="refused" verdict={canDisputeClaim(actor, claim)} onPress={() => setAsking(true)}>
        {t('my-partners.claims.dispute')}
      </ActionButton>
      <Dialog isOpen={isAsking} onClose={close} title={t('my-partners.claims.dispute.title', { partner })} actions={
        <>
          <Button onPress={close}>{t('my-partners.cancel')}</Button>
          <Button variant="danger" pending={action.isRunning} onPress={() => void dispute()}>{t('my-partners.claims.dispute')}</Button>
        </>
      }>
        <ChangeList
          changes={[t('my-partners.claims.dispute.changes', { partner })]}
          keeps={[t(claim.hasAdminRights ? 'my-partners.claims.dispute.keeps_rights' : 'my-partners.claims.dispute.keeps')]}
        />
      </Dialog>
    </>
  )
}
