import { useState } from 'react'
import { mailedBySending, reissueChanges, withdrawalEffects } from '../../../../domain/invitations/effects.ts'
import {
  canEverChangeInvitation, canReissueInvitation, canSendInvitation, canWithdrawInvitation,
} from '../../../../domain/invitations/rules.ts'
import type { Invitation } from '../../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { Card } from '../../../ui/looks/card.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import { ReasonOnce } from '../../../ui/actions/reasons-once.tsx'
import { showToast } from '../../../ui/overlays/toast.ts'
import { useNow } from '../../../ui/text/use-now.ts'
import { ChangeList } from '../../../ui/lists/change-list.tsx'
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
        <Stack gap={1} align="start">
          <ActionButton icon="send" verdict={may.send} pending={send.isRunning} onPress={() => void onSend()}>
            {t(address === undefined ? 'invitations.send' : 'invitations.send.mail')}
          </ActionButton>
          {may.send.allowed && (
            <Text tone="muted" text="caption">
              {address !== undefined ? t('invitations.send.mail.hint', { email: address })
                : t(sendsMail ? 'invitations.send.hint.no_address' : 'invitations.send.hint')}
            </Text>
          )}
        </Stack>
        <Stack gap={1} align="start">
          <ActionButton icon="link" verdict={link.verdict} pending={link.isRunning} onPress={link.ask}>
            {t('invitations.show_link')}
          </ActionButton>
          {link.verdict.allowed && <Text tone="muted" text="caption">{t('invitations.show_link.hint')}</Text>}
        </Stack>
        <Stack gap={1} align="start">
          <ActionButton icon="refresh" verdict={may.reissue} onPress={() => setAsking('reissue')}>
            {t('invitations.reissue')}
          </ActionButton>
          {may.reissue.allowed && <Text tone="muted" text="caption">{t('invitations.reissue.hint')}</Text>}
        </Stack>
        <Stack gap={1} align="start">
          <ActionButton icon="trash" verdict={may.withdraw} onPress={() => setAsking('withdraw')}>
            {t('invitations.withdraw')}
          </ActionButton>
          {may.withdraw.allowed && withdrawal.links > 0 && <Text tone="muted" text="caption">{t('invitations.withdraw.hint')}</Text>}
        </Stack>
      </Stack>
      <Dialog isOpen={asking === 'reissue'} onClose={close} title={t('invitations.reissue.title')} actions={
        <>
          <Button onPress={close}>{t('invitations.cancel')}</Button>
          <Button variant="accent" pending={reissue.isRunning} onPress={() => void onReissue()}>{t('invitations.reissue.confirm')}</Button>
        </>
      }>
        <ChangeList
          changes={reissueChanges(invitation).map((change) => t(`invitations.reissue.changes.${change}`, { reseller }))}
          keeps={[t(invitation.state === 'lapsed' ? 'invitations.reissue.lapsed' : 'invitations.reissue.keeps')]} />
      </Dialog>
      <Dialog isOpen={asking === 'withdraw'} onClose={close} title={t('invitations.withdraw.title')} actions={
        <>
          <Button onPress={close}>{t('invitations.cancel')}</Button>
          <Button variant="danger" pending={withdraw.isRunning} onPress={() => void onWithdraw()}>
            {t('invitations.withdraw.confirm')}
          </Button>
        </>
      }>
        <ChangeList
          changes={[...(withdrawal.links > 0 ? [t('invitations.withdraw.changes.link')] : []), t('invitations.withdraw.changes.final')]}
          keeps={withdrawal.keeps.map((kept) => t(`invitations.withdraw.keeps.${kept}`))} />
      </Dialog>
    </Card>
  )
}
