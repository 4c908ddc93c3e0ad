import type { Acceptance } from '../../../domain/invitations/schemas.ts'
import type { Words } from '../../i18n/use-words.ts'
import { Icon } from '../../ui/icon.tsx'
import { WordsOf } from '../../ui/words-of.tsx'
import styles from './acceptance-blocks.module.css'
import { AcceptanceFacts } from './acceptance-facts.tsx'

type Props = { acceptance: Acceptance; words: Words }

/** The partner's name, its domain and country, what it wants, and the facts that a reader asks for first. */
export function AcceptanceIntroduction({ acceptance, words, level = 1 }: Props & { level?: 1 | 3 }) {
  const { inviter, invited } = acceptance
  const { t, formatCountry } = words
  const Heading = `h${level}` as const
  const name = { inviter: inviter.displayName }
  return (
    <div className={styles.introduction}>
      <Heading className={styles.name} tabIndex={level === 1 ? -1 : undefined}><bdi translate="no">{inviter.displayName}</bdi></Heading>
      <p className={styles.whereabouts}>
        <bdi translate="no">{inviter.domain}</bdi><span>{`\u00a0· ${formatCountry(inviter.country)}`}</span>
      </p>
      <p className={styles.lead}>{leadOf(acceptance, words)}</p>
      {invited?.companyName && <WordsOf caption={t('acceptance.addressed_to', name)} text={invited.companyName} />}
      <AcceptanceFacts acceptance={acceptance} words={words} />
      <p className={styles.tessera}>{t('acceptance.tessera', name)}</p>
    </div>
  )
}

function leadOf({ inviter, through, seller, asks }: Acceptance, { t }: Words): string {
  const names = { inviter: inviter.displayName, reseller: through?.displayName ?? '' }
  if (!asks.includes('reseller_relationship')) return t('acceptance.lead.admin', names)
  return t(seller === 'through' ? 'acceptance.lead.through' : 'acceptance.lead.anyone', names)
}

/** What is asked, what a yes grants and until when, and what it leaves alone (sources 25–28). */
export function AcceptanceBlocks({ acceptance, words, level = 2 }: Props & { level?: 2 | 4 }) {
  const { inviter: { displayName: inviter }, through, seller, asks, doesNotChange, policy } = acceptance
  const { t } = words
  const reseller = through?.displayName
  const Heading = `h${level}` as const
  return (
    <>
      <section className={styles.block}>
        <Heading className={styles.title}>{t('acceptance.asks.title')}</Heading>
        <ul className={styles.asks}>
          {asks.map((ask) => (
            <li key={ask}>
              <Icon name={ask === 'delegated_admin' ? 'key' : 'partnerships'} size={20} />
              <span>{t(ask === 'reseller_relationship' && seller === 'through' ? `acceptance.asks.${ask}.through`
                : `acceptance.asks.${ask}`, {
                reseller: reseller ?? '',
              })}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.block}>
        <Heading className={styles.title}>{t('acceptance.grants.title')}</Heading>
        <GrantList granted={asks} {...{ inviter, words }} through={reseller} />
      </section>
      <section className={`${styles.block} ${styles.unchanged}`}>
        <Heading className={styles.title}>{t('acceptance.unchanged.title')}</Heading>
        <UnchangedList unchanged={doesNotChange} {...{ inviter, words }} keepsPartners={policy.multiPartner} />
        {!policy.multiPartner && <p className={styles.others}>{t('acceptance.unchanged.one_partner')}</p>}
      </section>
    </>
  )
}

/** Each right with its end, and who sees what by it; the rights that are not part of it are named too. */
export function GrantList({ granted, inviter, through, words: { t } }: {
  granted: Acceptance['asks']
  inviter: string
  through: string | undefined
  words: Words
}) {
  const hasAdmin = granted.includes('delegated_admin')
  const names = { inviter, reseller: through ?? '' }
  return (
    <ul className={styles.grants}>
      {granted.includes('reseller_relationship') && (
        <li>
          <strong>
            {t(through ? 'acceptance.grants.reseller_relationship.through' : 'acceptance.grants.reseller_relationship', names)}
          </strong>
          <span>{t('acceptance.grants.reseller_relationship.plain', { inviter })}</span>
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
      {through && <li>{t(hasAdmin ? 'acceptance.grants.through.dap' : 'acceptance.grants.through', names)}</li>}
      {granted.includes('reseller_relationship') && (
        <li>{t(through ? 'acceptance.grants.sees.both' : 'acceptance.grants.sees', names)}</li>
      )}
    </ul>
  )
}

/** The statements that acceptance never touches, ticked. */
export function UnchangedList({ unchanged, inviter, words: { t }, keepsPartners = false }: {
  unchanged: Acceptance['doesNotChange']
  inviter: string
  words: Words
  /** Whether it can be said before the answer that the present partners stay, too. */
  keepsPartners?: boolean
}) {
  const all = [...unchanged, ...(keepsPartners ? ['other_partners' as const] : [])]
  return (
    <ul className={styles.ticks}>
      {all.map((item) => (
        <li key={item}>
          <Icon name="check" size={20} className={styles.tick} /><span>{t(`acceptance.unchanged.${item}`, { inviter })}</span>
        </li>
      ))}
    </ul>
  )
}
