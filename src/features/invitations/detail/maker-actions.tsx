import { useState } from 'react'
import { mailedBySending, reissueChanges, withdrawalEffects } from '../../../../domain/invitations/effects.ts'
import {
  canEverChangeInvitation, canReissueInvitation, canSendInvitation, canWithdrawInvitation,
} from '../../../../domain/invitations/rules.ts'
import type { Invitation } from '../../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { Card } from '../../../ui/looks/card.tsx'
import { ConfirmDialog } from '../../../ui/overlays/confirm-dialog.tsx'
import { Hinted } from '../../../ui/actions/hinted.tsx'
import { Stack } from '../../../ui/looks/layout.tsx'
import { ReasonOnce } from '../../../ui/actions/reasons-once.tsx'
import { showToast } from '../../../ui/overlays/toast.ts'
import { useNow } from '../../../ui/text/use-now.ts'
import { reissueInvitation, sendInvitation, withdrawInvitation } from '../invitation-queries.ts'
import { useAction } from '../../../ui/actions/use-action.ts'
import { type Shown, useShowLink } from '../made/use-show-link.ts'

type Props = { actor: Actor; invitation: Invitation; sendsMail: boolean; onLink: (shown: Shown) => void }

/**
 * Send, show the link, reissue, withdraw, each possible or refused with a reason; one reason stands alone where none is ever the reader's.
 */
export function MakerActions({ actor, invitation, sendsMail, onLink }: Props) {
  const { t } = useWords()
  const [asking, setAsking] = useState<'reissue' | 'withdraw'>()
  const send = useAction('invitations', sendInvitation)
  const reissue = useAction('invitations', reissueInvitation)
  const withdraw = useAction('invitations', withdrawInvitation)
  const link = useShowLink(actor, invitation, onLink)
  const now = new Date(useNow())
  const may = {
    send: canSendInvitation(actor, invitation, now),
    reissue: canReissueInvitation(actor, invitation, now),
    withdraw: canWithdrawInvitation(actor, invitation, now),
  }
  const ever = canEverChangeInvitation(actor, invitation, now)
  const close = () => setAsking(undefined)
  const address = mailedBySending(invitation, sendsMail)
  const withdrawal = withdrawalEffects([invitation])
  const reseller = invitation.reseller?.displayName ?? ''

  const onSend = async () => {
    if (await send.run(invitation)) showToast(t(address === undefined ? 'invitations.send.done' : 'invitations.send.mail.done'))
  }
  const onReissue = async () => {
    const made = await reissue.run(invitation)
    close()
    if (made) onLink({ made, why: 'reissued' })
  }
  const onWithdraw = async () => {
    const withdrawn = await withdraw.run(invitation)
    close()
    if (withdrawn) showToast(t('invitations.withdraw.done'))
  }

  if (!ever.allowed) return <Card title={t('invitations.actions')}><ReasonOnce refusal={ever} /></Card>
  return (
    <Card title={t('invitations.actions')}>
      <Stack gap={4}>
        <Hinted hint={may.send.allowed && (address !== undefined ? t('invitations.send.mail.hint', { email: address })
          : t(sendsMail ? 'invitations.send.hint.no_address' : 'invitations.send.hint'))}>
          <ActionButton icon="send" verdict={may.send} pending={send.isRunning} onPress={() => void onSend()}>
            {t(address === undefined ? 'invitations.send' : 'invitations.send.mail')}
          </ActionButton>
        </Hinted>
        <Hinted hint={link.verdict.allowed && t('invitations.show_link.hint')}>
          <ActionButton icon="link" verdict={link.verdict} pending={link.isRunning} onPress={link.ask}>
            {t('invitations.show_link')}
          </ActionButton>
        </Hinted>
        <Hinted hint={may.reissue.allowed && t('invitations.reissue.hint')}>
          <ActionButton icon="refresh" verdict={may.reissue} onPress={() => setAsking('reissue')}>{t('invitations.reissue')}</ActionButton>
        </Hinted>
        <Hinted hint={may.withdraw.allowed && withdrawal.links > 0 && t('invitations.withdraw.hint')}>
          <ActionButton icon="trash" verdict={may.withdraw} onPress={() => setAsking('withdraw')}>{t('invitations.withdraw')}</ActionButton>
        </Hinted>
      </Stack>
      <ConfirmDialog isOpen={asking === 'reissue'} onClose={close} title={t('invitations.reissue.title')}
        act={{ variant: 'accent', pending: reissue.isRunning, onPress: () => void onReissue(), children: t('invitations.reissue.confirm') }}
        changes={reissueChanges(invitation).map((change) => t(`invitations.reissue.changes.${change}`, { reseller }))}
        keeps={[t(invitation.state === 'lapsed' ? 'invitations.reissue.lapsed' : 'invitations.reissue.keeps')]} />
      <ConfirmDialog isOpen={asking === 'withdraw'} onClose={close} title={t('invitations.withdraw.title')}
        act={{
          variant: 'danger', pending: withdraw.isRunning, onPress: () => void onWithdraw(), children: t('invitations.withdraw.confirm'),
        }}
        changes={[...(withdrawal.links > 0 ? [t('invitations.withdraw.changes.link')] : []), t('invitations.withdraw.changes.final')]}
        keeps={withdrawal.keeps.map((kept) => t(`invitations.withdraw.keeps.${kept}`))} />
    </Card>
  )
}
