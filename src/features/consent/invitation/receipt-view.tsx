import type { ReactNode } from 'react'
import type { ReceiptDetail } from '../../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { ownPolicy } from '../../../api/own-policy.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { AdminCenterLinks } from '../../../ui/admin-center-links.tsx'
import { WordsOf } from '../../../ui/words-of.tsx'
import { type Point, Points } from '../consent-text.tsx'
import { ReceiptSheet } from '../receipt-sheet.tsx'
import styles from '../receipt.module.css'
import { Told } from '../told.tsx'
import { GrantList, Unchanged } from './invitation-text.tsx'
import { ReceiptConfirmation } from './receipt-confirmation.tsx'

/** What the customer keeps: who answered what, when, what it granted and until when, what it left alone. Made to be printed. */
export function ReceiptView({ receipt, actor }: { receipt: ReceiptDetail; actor: Actor }) {
  const words = useWords()
  const { t, formatDateTime } = words
  const inviter = receipt.inviter.displayName
  const at = formatDateTime(receipt.at)
  const writer = t('ui.writes', { name: receipt.tenant.displayName })
  const { acceptancePlace, adminCenters } = ownPolicy()
  const isYes = receipt.answer === 'accepted'
  const facts: [string, ReactNode][] = [
    [t('acceptance.receipt.at'), at],
    [t('acceptance.receipt.by'), receipt.by],
    [t('acceptance.receipt.tenant'), <bdi translate="no" key="tenant">{receipt.tenant.displayName}</bdi>],
    [t('acceptance.account.tenant_id'), receipt.tenant.tenantId],
    [t('acceptance.receipt.inviter'), <bdi translate="no" key="inviter">{inviter}</bdi>],
    [t('acceptance.receipt.through'), receipt.through && <bdi translate="no" key="through">{receipt.through.displayName}</bdi>],
    [t('acceptance.receipt.reason'), receipt.reason && <WordsOf key="reason" caption={writer} text={receipt.reason} />],
    [t('acceptance.receipt.number'), receipt.id],
  ]
  const confirmed: Point = receipt.confirmedAt
    ? { icon: 'success', said: t('acceptance.receipt.confirmed', { date: formatDateTime(receipt.confirmedAt) }), tone: 'success' }
    : { icon: 'waiting', said: t('acceptance.receipt.not_confirmed'), tone: 'waiting' }
  return (
    <ReceiptSheet labelledBy="receipt-facts" factsId="receipt-facts" className={styles.sheet} facts={facts}
      print={{ variant: 'accent', size: 'large' }}
      head={
        <>
          {receipt.hasEnded && <Told icon="info">{t('acceptance.ended', { inviter })}</Told>}
          <p className={styles.keep}>{t('acceptance.receipt.keep')}</p>
        </>
      }>
      <section>
        <h2>{t('acceptance.receipt.granted')}</h2>
        {!isYes && <p>{t('acceptance.receipt.granted.nothing', { inviter })}</p>}
        {receipt.granted.length > 0 && (
          <GrantList granted={[...receipt.granted, ...receipt.stood]} {...{ inviter, words }} through={receipt.through?.displayName} />
        )}
        {receipt.stood.map((stood) => <p key={stood}>{t(`acceptance.receipt.stood.${stood}`, { inviter })}</p>)}
      </section>
      <section>
        <h2>{t('acceptance.receipt.unchanged')}</h2>
        <Unchanged unchanged={receipt.unchanged} {...{ inviter, words }} />
      </section>
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
