import type { Acceptance } from '../../../../domain/invitations/schemas.ts'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import type { Elements } from '../../../ui/elements.ts'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import { WordsOf } from '../../../ui/text/words-of.tsx'
import { Block, ConsentBlocks, Points, Ticks, WhoAsks } from '../consent-text.tsx'
import styles from '../consent-text.module.css'
import { InvitationFacts } from './invitation-facts.tsx'

type Props = { acceptance: Acceptance; words: Words }

/** Who invites, what for, and the most important facts. */
export function InvitationIntroduction({ acceptance, words, level = 1 }: Props & { level?: 1 | 3 }) {
  const { inviter, invited } = acceptance
  const { t } = words
  const name = { inviter: inviter.displayName }
  return (
    <WhoAsks partner={inviter} lead={leadOf(acceptance, words)} {...{ words, level }}>
      {invited?.companyName && <WordsOf caption={t('acceptance.addressed_to', name)} text={invited.companyName} />}
      <InvitationFacts acceptance={acceptance} words={words} />
      <Text tone="muted">{t('acceptance.tessera', name)}</Text>
    </WhoAsks>
  )
}

function leadOf({ inviter, through, seller, asks }: Acceptance, { t }: Words): string {
  const names = { inviter: inviter.displayName, reseller: through?.displayName ?? '' }
  if (!asks.includes('reseller_relationship')) return t('acceptance.lead.admin', names)
  return t(seller === 'through' ? 'acceptance.lead.through' : 'acceptance.lead.anyone', names)
}

/** What is asked, what an acceptance grants and until when, and what stays unchanged (sources 25–28). */
export function InvitationBlocks({ acceptance, words, level = 2 }: Props & { level?: 2 | 4 }) {
  const { inviter: { displayName: inviter }, through, seller, asks, doesNotChange, policy: { multiPartner } } = acceptance
  const { t } = words
  const reseller = through?.displayName
  return (
    <ConsentBlocks {...{ words, level }}
      asks={<Points points={asks.map((ask) => ({
        icon: ask === 'delegated_admin' ? 'key' : 'partnerships',
        said: t(ask === 'reseller_relationship' && seller === 'through' ? `acceptance.asks.${ask}.through` : `acceptance.asks.${ask}`, {
          reseller: reseller ?? '',
        }),
      }))} />}
      grants={<GrantList granted={asks} {...{ inviter, words }} through={reseller} />}
      unchanged={
        <>
          {/* The present partners stay, which is certain before the answer. */}
          <Unchanged unchanged={multiPartner ? [...doesNotChange, 'other_partners'] : doesNotChange} {...{ inviter, words }} />
          {!multiPartner && <Text ruled="before" pad="3 0 0">{t('acceptance.unchanged.one_partner')}</Text>}
        </>
      } />
  )
}

/** Each right with its end and effect; also names rights that are not granted. */
export function GrantList({ granted, inviter, through, words: { t } }: {
  granted: Acceptance['asks']
  inviter: string
  through: string | undefined
  words: Words
}) {
  const hasAdmin = granted.includes('delegated_admin')
  const names = { inviter, reseller: through ?? '' }
  return (
    <Stack as="ul" gap={3} className={styles.grants}>
      {granted.includes('reseller_relationship') && (
        <Stack as="li" gap={1}>
          <strong>
            {t(through ? 'acceptance.grants.reseller_relationship.through' : 'acceptance.grants.reseller_relationship', names)}
          </strong>
          <span>{t('acceptance.grants.reseller_relationship.plain', { inviter })}</span>
          <span>{t('acceptance.grants.reseller_relationship.until', { inviter })}</span>
        </Stack>
      )}
      {hasAdmin ? (
        <Stack as="li" gap={1}>
          <strong>{t('acceptance.grants.delegated_admin', { inviter })}</strong>
          <span>{t('acceptance.grants.delegated_admin.plain')}</span>
          <span>{t('acceptance.grants.delegated_admin.until')}</span>
          <span>{t('acceptance.grants.delegated_admin.azure')}</span>
        </Stack>
      ) : (
        <Stack as="li" gap={1}>{t('acceptance.grants.no_admin', { inviter })}</Stack>
      )}
      {through && <Stack as="li" gap={1}>{t(hasAdmin ? 'acceptance.grants.through.dap' : 'acceptance.grants.through', names)}</Stack>}
      {granted.includes('reseller_relationship') && (
        <Stack as="li" gap={1}>{t(through ? 'acceptance.grants.sees.both' : 'acceptance.grants.sees', names)}</Stack>
      )}
    </Stack>
  )
}

/** The statements about what an acceptance never changes. */
export const Unchanged = ({ unchanged, inviter, words: { t } }: {
  unchanged: readonly (Acceptance['doesNotChange'][number] | 'other_partners')[]
  inviter: string
  words: Words
}) => <Ticks sentences={unchanged.map((item) => t(`acceptance.unchanged.${item}`, { inviter }))} />

/** The whole invitation before the answer; `children` follow the request. */
export function InvitationText({ acceptance, children }: { acceptance: Acceptance; children?: Elements }) {
  const words = useWords()
  const { t } = words
  return (
    <>
      <InvitationIntroduction acceptance={acceptance} words={words} />
      {children}
      <InvitationBlocks acceptance={acceptance} words={words} />
      <Block>
        <Text as="h2" text="section">{t('acceptance.ends.title')}</Text>
        <p>{t('acceptance.ends.here', { inviter: acceptance.inviter.displayName })}</p>
        <p>{t(`acceptance.ends.there.${acceptance.policy.acceptancePlace}`)}</p>
      </Block>
    </>
  )
}
