import type { ReactNode } from 'react'
import type { Acceptance } from '../../../../domain/invitations/schemas.ts'
import { openStates } from '../../../../domain/invitations/states.ts'
import type { Words } from '../../../i18n/use-words.ts'
import { Facts } from '../../../ui/looks/facts.tsx'
import { Text } from '../../../ui/looks/layout.tsx'
import styles from '../consent-text.module.css'

/** The invitation's facts: reseller, seller, deadline, contact; of an ended one only those still true. */
export function InvitationFacts({ acceptance, words }: { acceptance: Acceptance; words: Words }) {
  const { inviter, through, seller, contact, asks, expiresAt, state } = acceptance
  const isOpen = openStates.includes(state)
  const { t, formatDeadline } = words
  const names = { inviter: inviter.displayName, reseller: through?.displayName ?? '' }
  const facts: [string, ReactNode][] = [
    [t('acceptance.fact.through'), through && <Named key="through" name={through.displayName} detail={through.domain} />],
    [
      t('acceptance.fact.seller'),
      (isOpen || state === 'accepted') && asks.includes('reseller_relationship')
        && (seller === 'through' ? t('acceptance.fact.seller.through', names) : names.inviter),
    ],
    [
      t('acceptance.fact.until'),
      (isOpen || state === 'lapsed') && <time key="until" dateTime={expiresAt}>{formatDeadline(expiresAt)}</time>,
    ],
    [t('acceptance.fact.contact'), <Contact key="contact" contact={contact} />],
  ]
  return <Facts of="minmax(96px, 1fr) 3fr" pad="3 0" text="lead" facts={facts} className={styles.facts} />
}

const Named = ({ name, detail }: { name: string; detail: string }) => (
  <>
    <bdi translate="no">{name}</bdi>
    {detail && <>{' '}<Text as="bdi" tone="muted" translate="no" className={styles.detail}>{detail}</Text></>}
  </>
)

export function Contact({ contact: { person, organization, email } }: Pick<Acceptance, 'contact'>) {
  return (
    <>
      <Named name={person} detail={organization} />
      {email !== null && <>
        {' '}<a href={`mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`}><bdi translate="no">{email}</bdi></a>
      </>}
    </>
  )
}
