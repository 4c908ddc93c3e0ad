import type { ReactNode } from 'react'
import type { Acceptance } from '../../../domain/invitations/schemas.ts'
import type { Words } from '../../i18n/use-words.ts'
import styles from './acceptance-blocks.module.css'

/** Who stands between, from whom one buys, until when by whose clock, and whom to ask. */
export function AcceptanceFacts({ acceptance, words }: { acceptance: Acceptance; words: Words }) {
  const { inviter, through, seller, contact, asks, expiresAt } = acceptance
  const { t, formatDeadline } = words
  const names = { inviter: inviter.displayName, reseller: through?.displayName ?? '' }
  const facts: [string, ReactNode][] = [
    [t('acceptance.fact.through'), through && <Named key="through" name={through.displayName} detail={through.domain} />],
    [
      t('acceptance.fact.seller'),
      asks.includes('reseller_relationship') && (seller === 'through' ? t('acceptance.fact.seller.through', names) : names.inviter),
    ],
    [t('acceptance.fact.until'), <time key="until" dateTime={expiresAt}>{formatDeadline(expiresAt)}</time>],
    [t('acceptance.fact.contact'), <Contact key="contact" contact={contact} />],
  ]
  return (
    <dl className={styles.facts}>
      {facts.filter(([, value]) => Boolean(value)).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const Named = ({ name, detail }: { name: string; detail: string }) => (
  <>
    <bdi>{name}</bdi>{detail && <>{' '}<bdi className={styles.detail}>{detail}</bdi></>}
  </>
)

function Contact({ contact: { person, organization, email } }: Pick<Acceptance, 'contact'>) {
  return (
    <>
      <Named name={person} detail={organization} />
      {email !== null && <>{' '}<a href={`mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`}><bdi>{email}</bdi></a></>}
    </>
  )
}
