import type { Acceptance } from '../../../domain/invitations/schemas.ts'
import type { Words } from '../../i18n/use-words.ts'
import { Icon } from '../../ui/icon.tsx'
import { WordsOf } from '../../ui/words-of.tsx'
import styles from './acceptance-blocks.module.css'

type Props = { acceptance: Acceptance; words: Words }

/** The partner's name, its domain and country, what it wants, through whom, and until when it can be answered. */
export function AcceptanceIntroduction({ acceptance, words, level = 1 }: Props & { level?: 1 | 3 }) {
  const { inviter, through, invited, asks, expiresAt } = acceptance
  const { t, formatCountry, formatDateTime } = words
  const Heading = `h${level}` as const
  const names = { inviter: inviter.displayName, reseller: through?.displayName ?? '', domain: through?.domain ?? '' }
  return (
    <div className={styles.introduction}>
      <Heading className={styles.name} tabIndex={level === 1 ? -1 : undefined}><bdi>{inviter.displayName}</bdi></Heading>
      <p className={styles.whereabouts}>
        <bdi>{inviter.domain}</bdi>
        <span>{formatCountry(inviter.country)}</span>
      </p>
      <p className={styles.sender}>{t('acceptance.sender')}</p>
      <p className={styles.lead}>
        {t(asks.includes('reseller_relationship') ? 'acceptance.lead.anyone' : 'acceptance.lead.admin', names)}
      </p>
      {invited?.companyName && <WordsOf caption={t('acceptance.addressed_to', names)} text={invited.companyName} />}
      {through && <p>{t(through.domain ? 'acceptance.through' : 'acceptance.through.plain', names)}</p>}
      <p className={styles.deadline}>
        <Icon name="clock" />
        <time dateTime={expiresAt}>{t('acceptance.answer_by', { date: formatDateTime(expiresAt) })}</time>
      </p>
    </div>
  )
}

/** What is asked, what a yes grants and until when, and what it leaves alone (sources 25–28). */
export function AcceptanceBlocks({ acceptance, words, level = 2 }: Props & { level?: 2 | 4 }) {
  const { inviter: { displayName: inviter }, through, asks, doesNotChange, policy } = acceptance
  const { t } = words
  const Heading = `h${level}` as const
  return (
    <>
      <section className={styles.block}>
        <Heading className={styles.title}>{t('acceptance.asks.title')}</Heading>
        <ul className={styles.asks}>
          {asks.map((ask) => (
            <li key={ask}><Icon name={ask === 'delegated_admin' ? 'key' : 'partnerships'} size={20} />{t(`acceptance.asks.${ask}`)}</li>
          ))}
        </ul>
      </section>
      <section className={styles.block}>
        <Heading className={styles.title}>{t('acceptance.grants.title')}</Heading>
        <GrantList granted={asks} {...{ inviter, words }} through={through?.displayName} />
      </section>
      <section className={`${styles.block} ${styles.unchanged}`}>
        <Heading className={styles.title}>{t('acceptance.unchanged.title')}</Heading>
        <UnchangedList unchanged={doesNotChange} {...{ inviter, words }} />
        {policy.multiPartner && <p className={styles.others}>{t('acceptance.unchanged.other_partners')}</p>}
      </section>
    </>
  )
}

/** Each right with its end; the rights that are not part of it are named too. */
export function GrantList({ granted, inviter, through, words: { t } }: {
  granted: Acceptance['asks']
  inviter: string
  through: string | undefined
  words: Words
}) {
  const hasAdmin = granted.includes('delegated_admin')
  return (
    <ul className={styles.grants}>
      {granted.includes('reseller_relationship') && (
        <li>
          <strong>{t('acceptance.grants.reseller_relationship', { inviter })}</strong>
          <span>{t('acceptance.grants.reseller_relationship.until', { inviter })}</span>
        </li>
      )}
      {hasAdmin ? (
        <li>
          <strong>{t('acceptance.grants.delegated_admin', { inviter })}</strong>
          <span>{t('acceptance.grants.delegated_admin.plain')}</span>
          <span>{t('acceptance.grants.delegated_admin.until')}</span>
          <span>{t('acceptance.grants.delegated_admin.azure')}</span>
        </li>
      ) : (
        <li>{t('acceptance.grants.no_admin', { inviter })}</li>
      )}
      {through && <li>{t('acceptance.grants.through', { reseller: through, inviter })}</li>}
    </ul>
  )
}

/** The statements that acceptance never touches, ticked. */
export function UnchangedList({ unchanged, inviter, words: { t } }: {
  unchanged: Acceptance['doesNotChange']
  inviter: string
  words: Words
}) {
  return (
    <ul className={styles.ticks}>
      {unchanged.map((item) => (
        <li key={item}><Icon name="check" size={20} className={styles.tick} />{t(`acceptance.unchanged.${item}`, { inviter })}</li>
      ))}
    </ul>
  )
}
