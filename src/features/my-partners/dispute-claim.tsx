import { useState } from 'react'
import { canDisputeClaim, canWithdrawDispute } from '../../../domain/relationships/claims.ts'
import type { TenantClaim } from '../../../domain/relationships/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { useAction } from '../../ui/actions/use-action.ts'
import { disputeClaim, withdrawDispute } from './my-partner-requests.ts'

const ways = {
  dispute: { act: disputeClaim, may: canDisputeClaim, icon: 'refused', variant: 'danger' },
  withdraw: { act: withdrawDispute, may: canWithdrawDispute, icon: 'undo', variant: 'accent' },
} as const
type Way = keyof typeof ways

/** Disputes a claim or withdraws the dispute, after an explanation; one button keeps the focus. */
export function DisputeClaim({ actor, claim }: { actor: Actor; claim: TenantClaim }) {
  const { t } = useWords()
  const [isAsking, setAsking] = useState(false)
  const [asked, setAsked] = useState<Way>('dispute')
  const action = useAction('customers', ({ way, partnerId }: { way: Way; partnerId: string }, key) => ways[way].act({ partnerId }, key))
  const partner = claim.partner.displayName
  const next: Way = claim.disputed ? 'withdraw' : 'dispute'
  const ask = () => {
    setAsked(next)
    setAsking(true)
  }
  const close = () => setAsking(false)
  const say = async () => {
    const done = await action.run({ way: asked, partnerId: claim.id })
    close()
    if (done) showToast(t(`my-partners.claims.${asked}.done`))
  }
  return (
    <>
      <ActionButton icon={ways[next].icon} verdict={ways[next].may(actor, claim)} onPress={ask}>
        {t(`my-partners.claims.${next}`)}
      </ActionButton>
      <ConfirmDialog isOpen={isAsking} onClose={close} title={t(`my-partners.claims.${asked}.title`, { partner })}
        act={{
          variant: ways[asked].variant, pending: action.isRunning, onPress: () => void say(), children: t(`my-partners.claims.${asked}`),
        }}
        changes={[t(`my-partners.claims.${asked}.changes`, { partner })]}
        keeps={[t(claim.hasAdminRights ? 'my-partners.claims.dispute.keeps_rights' : `my-partners.claims.${asked}.keeps`)]} />
    </>
  )
}
