import type { Joining } from '../../../../domain/joining/schemas.ts'
import { authorizationEffects } from '../../../../domain/partnerships/lifecycle.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Facts } from '../../../ui/looks/facts.tsx'
import { Text } from '../../../ui/looks/layout.tsx'
import { Block, Points, Ticks, WhoAsks } from '../consent-text.tsx'
import styles from '../consent-text.module.css'

const stays = new Set<(typeof authorizationEffects)[number]>(['customers_stay'])

/** Who invites which tenant, what it is, and what authorising gives and leaves alone (BR-53). `isWithin` another page. */
export function JoiningText({ joining, isWithin = false }: { joining: Joining; isWithin?: boolean }) {
  const words = useWords()
  const { t, formatDeadline } = words
  const { provider: by, displayName: reseller, tenantId, overAt, state } = joining
  const names = { provider: by.displayName, reseller }
  const Heading = isWithin ? 'h4' : 'h2'
  const [gives, leaves] = [false, true].map((kept) => authorizationEffects.filter((effect) => stays.has(effect) === kept)
    .map((effect) => t(`partnerships.authorize.effect.${effect}`, names)))
  return (
    <>
      <WhoAsks partner={by} lead={t('joining.lead', names)} words={words} level={isWithin ? 3 : 1}>
        <Facts of="minmax(96px, 1fr) 3fr" pad="3 0" text="lead" className={styles.facts} facts={[
          [t('joining.fact.tenant'), <code translate="no" key="tenant">{tenantId}</code>],
          [t('joining.fact.until'), state === 'waiting' && <time key="until" dateTime={overAt}>{formatDeadline(overAt)}</time>],
        ]} />
      </WhoAsks>
      <Block>
        <Text as={Heading} text="section">{t('joining.what')}</Text>
        <Points points={[
          { icon: 'partnerships', said: t('joining.what.partnership', names) },
          { icon: 'person', said: t('joining.what.place') },
        ]} />
      </Block>
      <Block>
        <Text as={Heading} text="section">{t('joining.gives', names)}</Text>
        <Points points={(gives ?? []).map((said) => ({ icon: 'key', said }))} />
      </Block>
      <Block className={styles.unchanged}>
        <Text as={Heading} text="section">{t('joining.leaves')}</Text>
        <Ticks sentences={[...(leaves ?? []), t('partnerships.authorize.removable')]} />
      </Block>
    </>
  )
}
