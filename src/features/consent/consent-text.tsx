import type { ReactNode } from 'react'
import type { Words } from '../../i18n/use-words.ts'
import type { Elements } from '../../ui/elements.ts'
import { Icon, type IconName } from '../../ui/marks/icon.tsx'
import { Stack, Text } from '../../ui/looks/layout.tsx'
import styles from './consent-text.module.css'

type WhoProps = {
  partner: { displayName: string; domain: string; country: string }
  lead: string
  words: Words
  /** 3 within another page. */
  level?: 1 | 3
  /** The most important facts. */
  children: Elements
}

/** The partner's name, domain, country and request. */
export function WhoAsks({ partner: { displayName, domain, country }, lead, words: { formatCountry }, level = 1, children }: WhoProps) {
  const Heading = `h${level}` as const
  return (
    <Stack gap={3}>
      <Heading className={styles.name} tabIndex={level === 1 ? -1 : undefined}><bdi translate="no">{displayName}</bdi></Heading>
      <Text breaks className={styles.whereabouts}>
        <bdi translate="no">{domain}</bdi><span>{`\u00a0· ${formatCountry(country)}`}</span>
      </Text>
      <p className={styles.lead}>{lead}</p>
      {children}
    </Stack>
  )
}

type BlocksProps = { asks: Elements; grants: Elements; unchanged: Elements; words: Words; level?: 2 | 4 }

/** What is asked, what an acceptance grants and until when, and what stays unchanged. */
export function ConsentBlocks({ asks, grants, unchanged, words: { t }, level = 2 }: BlocksProps) {
  const Heading = `h${level}` as const
  return (
    <>
      <section className={styles.block}><Text as={Heading} text="section">{t('acceptance.asks.title')}</Text>{asks}</section>
      <section className={styles.block}><Text as={Heading} text="section">{t('acceptance.grants.title')}</Text>{grants}</section>
      <section className={`${styles.block} ${styles.unchanged}`}>
        <Text as={Heading} text="section">{t('acceptance.unchanged.title')}</Text>{unchanged}
      </section>
    </>
  )
}

export type Point = { icon: IconName; said: string; tone?: 'success' | 'waiting'; isStrong?: boolean }

export const Points = ({ points }: { points: readonly Point[] }) => (
  <Stack as="ul" gap={3} className={styles.points}>
    {points.map(({ icon, said, tone, isStrong }) => (
      <li key={said} data-tone={tone}><Icon name={icon} size={20} /><span>{isStrong ? <strong>{said}</strong> : said}</span></li>
    ))}
  </Stack>
)

export const Ticks = ({ sentences }: { sentences: readonly string[] }) => (
  <Points points={sentences.map((said) => ({ icon: 'check', said, tone: 'success' }))} />
)

type Fact = readonly [name: string, value: ReactNode]

/** Omits facts without a value. */
export const Facts = ({ facts, ...dl }: { facts: readonly Fact[]; className: string | undefined; id?: string }) => (
  <dl {...dl}>
    {facts.filter(([, value]) => Boolean(value)).map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
