import type { Receipt, ReceiptDetail } from '../../../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../../../domain/session/actor.ts'
import { offered } from '../../../../../domain/answers/decision.ts'
import { canConfirmThere } from '../../../../../domain/invitations/acceptance/receipt-rules.ts'
import { ownPolicy } from '../../../../api/own-policy.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { AdminCenterLinks } from '../../../../ui/actions/admin-center-links.tsx'
import { WordsOf } from '../../../../ui/text/words-of.tsx'
import { Stack, Text } from '../../../../ui/looks/layout.tsx'
import { ActionButton } from '../../../../ui/actions/action-button.tsx'
import { showToast } from '../../../../ui/overlays/toast.ts'
import { useAction } from '../../../../ui/actions/use-action.ts'
import { type Point, Points } from '../../consent-text.tsx'
import { ReceiptSheet } from '../../receipt-sheet.tsx'
import { Notice } from '../../notice.tsx'
import { GrantList, Unchanged } from '../invitation-text.tsx'
import { confirmReceipt } from './receipt-queries.ts'

/** An invitation's receipt, and what happens next. */
export function ReceiptView({ receipt, actor }: { receipt: ReceiptDetail; actor: Actor }) {
  const words = useWords()
  const { t, formatDateTime } = words
  const { through, reason, confirmedAt, granted, stood } = receipt
  const inviter = receipt.inviter.displayName
  const at = formatDateTime(receipt.at)
  const writer = t('ui.writes', { name: receipt.tenant.displayName })
  const { acceptancePlace, adminCenters } = ownPolicy()
  const isYes = receipt.answer === 'accepted'
  const confirmed: Point = confirmedAt
    ? { icon: 'success', said: t('acceptance.receipt.confirmed', { date: formatDateTime(confirmedAt) }), tone: 'success' }
    : { icon: 'waiting', said: t('acceptance.receipt.not_confirmed'), tone: 'waiting' }
  return (
    <ReceiptSheet at={at} by={[t('acceptance.receipt.by'), receipt.by]} tenant={receipt.tenant} partner={inviter} number={receipt.id}
      facts={[
        [t('acceptance.receipt.through'), through && <bdi translate="no" key="through">{through.displayName}</bdi>],
        [t('acceptance.receipt.reason'), reason && <WordsOf key="reason" caption={writer} text={reason} />],
      ]}
      head={
        <>
          {receipt.hasEnded && <Notice icon="info">{t('acceptance.ended', { inviter })}</Notice>}
          <Text tone="muted">{t('acceptance.receipt.keep')}</Text>
        </>
      }
      granted={
        <>
          {!isYes && <p>{t('acceptance.receipt.granted.nothing', { inviter })}</p>}
          {granted.length > 0 && <GrantList granted={[...granted, ...stood]} {...{ inviter, words }} through={through?.displayName} />}
          {stood.map((each) => <p key={each}>{t(`acceptance.receipt.stood.${each}`, { inviter })}</p>)}
        </>
      }
      unchanged={<Unchanged unchanged={receipt.unchanged} {...{ inviter, words }} />}>
      {isYes && (
        <section>
          <h2>{t('acceptance.receipt.next')}</h2>
          <Points points={[{ icon: 'success', said: t('acceptance.receipt.said_here', { date: at }), tone: 'success' }, confirmed]} />
          <p>{t(`acceptance.ends.there.${acceptancePlace}`)}</p>
          <AdminCenterLinks links={adminCenters} />
          <ReceiptConfirmation receipt={receipt} actor={actor} />
        </section>
      )}
    </ReceiptSheet>
  )
}

/** For a Global admin who has confirmed the relationship in the admin center; beside the receipt, not in it. */
function ReceiptConfirmation({ receipt, actor }: { receipt: Receipt; actor: Actor }) {
  const { t } = useWords()
  const { run, isRunning } = useAction('receipts', confirmReceipt)
  if (receipt.confirmedAt !== null) return null
  const confirm = async () => {
    if (await run({ id: receipt.id })) showToast(t('acceptance.receipt.confirm.done'))
  }
  return (
    <Stack gap={2} align="start" onScreen>
      <ActionButton icon="check" verdict={offered(canConfirmThere(actor, receipt))} pending={isRunning} onPress={() => void confirm()}>
        {t('acceptance.receipt.confirm')}
      </ActionButton>
      <Text tone="muted">{t('acceptance.receipt.confirm.hint', { inviter: receipt.inviter.displayName })}</Text>
    </Stack>
  )
}
