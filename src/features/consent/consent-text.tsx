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
  /** 3 where it stands within another page. */
  level?: 1 | 3
  /** The facts that a reader asks for first. */
  children: Elements
}

/** The partner's name, its domain and country, and what it wants. */
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

/** What is asked, what a yes grants and until when, and what it leaves alone. */
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

/** What is left alone, ticked. */
export const Ticks = ({ sentences }: { sentences: readonly string[] }) => (
  <Points points={sentences.map((said) => ({ icon: 'check', said, tone: 'success' }))} />
)

type Fact = readonly [name: string, value: ReactNode]

/** Facts by name; those without a value are left out. */
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
