import type { ReactNode } from 'react'
import type { Standing } from '../../../domain/organizations/schemas.ts'
import type { Words } from '../../i18n/use-words.ts'
import type { Elements } from '../../ui/elements.ts'
import { joined } from '../../ui/joined.ts'
import { Icon, type IconName } from '../../ui/marks/icon.tsx'
import { Marked, Row, Stack, Text } from '../../ui/looks/layout.tsx'
import { Notice } from './notice.tsx'
import styles from './consent-text.module.css'

type WhoProps = {
  partner: { displayName: string; domain: string; country: string; standing: Standing }
  lead: string
  words: Words
  /** 3 within another page. */
  level?: 1 | 3
  /** The most important facts. */
  children: Elements
}

/** The partner's name with its logo, or with a warning when it can be mistaken, domain, country, what of it is proven, and request. */
export function WhoAsks({ partner, lead, words: { t, formatCountry }, level = 1, children }: WhoProps) {
  const { displayName, domain, country, standing: { domains, hasSignedIn, imitates, logo } } = partner
  const Heading = `h${level}` as const
  return (
    <Stack gap={3}>
      <Row gap={3} align="center">
        <Heading className={styles.name} tabIndex={level === 1 ? -1 : undefined}><bdi translate="no">{displayName}</bdi></Heading>
        {logo && <img {...logo} alt="" className="plate" />}
      </Row>
      <Text tone="muted" breaks className={styles.whereabouts}>
        <bdi translate="no">{domain}</bdi><span>{`\u00a0· ${formatCountry(country)}`}</span>
      </Text>
      {imitates && <Notice icon="danger" tone="danger">{t(`acceptance.imitates.${imitates}`)}</Notice>}
      <p className={styles.lead}>{lead}</p>
      <Text tone="muted" breaks>
        {[
          domains.length > 0 ? t('acceptance.proven.domains', { domains: domains.join(', ') }) : t('acceptance.proven.none'),
          hasSignedIn && t('acceptance.proven.directory'), t('acceptance.proven.said'),
        ].filter(Boolean).join(' ')}
      </Text>
      {children}
    </Stack>
  )
}

/** A part of what is to be read before the answer. */
export const Block = ({ className, children }: { className?: string | undefined; children: ReactNode }) => (
  <Stack as="section" gap={3} card pad={5} className={joined(styles.block, className)}>{children}</Stack>
)

type BlocksProps = { asks: Elements; grants: Elements; unchanged: Elements; words: Words; level?: 2 | 4 }

/** What is asked, what an acceptance grants and until when, and what stays unchanged. */
export function ConsentBlocks({ asks, grants, unchanged, words: { t }, level = 2 }: BlocksProps) {
  const Heading = `h${level}` as const
  return (
    <>
      <Block><Text as={Heading} text="section">{t('acceptance.asks.title')}</Text>{asks}</Block>
      <Block><Text as={Heading} text="section">{t('acceptance.grants.title')}</Text>{grants}</Block>
      <Block className={styles.unchanged}>
        <Text as={Heading} text="section">{t('acceptance.unchanged.title')}</Text>{unchanged}
      </Block>
    </>
  )
}

export type Point = { icon: IconName; said: string; tone?: 'success' | 'waiting'; isStrong?: boolean }

export const Points = ({ points }: { points: readonly Point[] }) => (
  <Stack as="ul" gap={3} className={styles.points}>
    {points.map(({ icon, said, tone, isStrong }) => (
      <Marked as="li" key={said} gap={3} align="start" breaks>
        <Icon name={icon} size={20} tone={tone ?? 'info'} /><span>{isStrong ? <strong>{said}</strong> : said}</span>
      </Marked>
    ))}
  </Stack>
)

export const Ticks = ({ sentences }: { sentences: readonly string[] }) => (
  <Points points={sentences.map((said) => ({ icon: 'check', said, tone: 'success' }))} />
)
