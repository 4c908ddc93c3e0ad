import type { ReactNode } from 'react'
import type { ReceiptDetail } from '../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { AdminCenterLinks } from '../../ui/admin-center-links.tsx'
import { joined } from '../../ui/joined.ts'
import paperStyles from '../../ui/receipt.module.css'
import { WordsOf } from '../../ui/words-of.tsx'
import asideStyles from './aside.module.css'
import { GrantList, UnchangedList } from './acceptance-blocks.tsx'
import { ReceiptConfirmation } from './receipt-confirmation.tsx'
import styles from './receipt-view.module.css'

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
  return (
    <article className={joined(paperStyles.receipt, styles.sheet)} aria-labelledby="receipt-facts">
      {receipt.hasEnded && (
        <p className={asideStyles.outcome}><Icon name="info" size={20} /><span>{t('acceptance.ended', { inviter })}</span></p>
      )}
      <p className={paperStyles.keep}>{t('acceptance.receipt.keep')}</p>
      <dl id="receipt-facts" className={paperStyles.facts}>
        {facts.filter(([, value]) => Boolean(value)).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
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
        <UnchangedList unchanged={receipt.unchanged} {...{ inviter, words }} />
      </section>
      {isYes && (
        <section>
          <h2>{t('acceptance.receipt.next')}</h2>
          <ul className={styles.next}>
            <li><Icon name="success" size={20} className={styles.said} /><span>{t('acceptance.receipt.said_here', { date: at })}</span></li>
            {receipt.confirmedAt
              ? <li>
                  <Icon name="success" size={20} className={styles.said} />
                  <span>{t('acceptance.receipt.confirmed', { date: formatDateTime(receipt.confirmedAt) })}</span>
                </li>
              : <li><Icon name="waiting" size={20} className={styles.waiting} /><span>{t('acceptance.receipt.not_confirmed')}</span></li>}
          </ul>
          <p>{t(`acceptance.ends.there.${acceptancePlace}`)}</p>
          <AdminCenterLinks links={adminCenters} />
          <ReceiptConfirmation receipt={receipt} actor={actor} />
        </section>
      )}
      <div className={paperStyles.actions}>
        <Button icon="print" variant="accent" size="large" onPress={() => window.print()}>{t('acceptance.receipt.print')}</Button>
      </div>
    </article>
  )
}
