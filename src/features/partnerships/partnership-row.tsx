import { canRemovePartnership } from '../../../domain/partnerships/lifecycle.ts'
import type { Partnership } from '../../../domain/partnerships/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Badge } from '../../ui/badge.tsx'
import type { Tone } from '../../ui/badge.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Line, Stack, Text } from '../../ui/layout.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { AuthorizePartnership } from './authorize-partnership.tsx'
import styles from './partnerships.module.css'
import { RemovePartnership } from './remove-partnership.tsx'

const tones: Record<Partnership['state'], Tone> = { active: 'success', requested: 'waiting', removed: 'neutral' }

/** One partnership: with whom, how it stands, whose turn it is, and what this person can do about it. */
export function PartnershipRow({ actor, partnership }: { actor: Actor; partnership: Partnership }) {
  const { t, formatDateTime } = useWords()
  const { provider, reseller, state, createdAt, ended, agreementSigned } = partnership
  const isProvider = provider.id === actor.organization.id
  const other = isProvider ? reseller : provider
  const isRequested = state === 'requested'
  const names = { provider: provider.displayName, reseller: reseller.displayName }
  return (
    <li className={styles.row}>
      <Stack>
        <Text as="bdi" text="strong" breaks>{other.displayName}</Text>
        <code translate="no" className={styles.tenant}>{other.tenantId}</code>
      </Stack>
      <Badge tone={tones[state]}>{t(`partnerships.state.${state}`)}</Badge>
      <span className={styles.since}>
        <RelativeTime at={ended?.at ?? createdAt}
          within={(when) => t(ended ? 'partnerships.ended' : isRequested ? 'partnerships.asked' : 'partnerships.since', { when })} />
      </span>
      {ended && <p className={styles.turn}>{t('partnerships.ended.by', { date: formatDateTime(ended.at), person: ended.by, ...names })}</p>}
      {state === 'removed' && <p className={styles.turn}>{t('partnerships.ended.again', names)}</p>}
      <Line as="p" gap={1} align="start" tone="muted" text="caption" className={styles.agreement}>
        <Icon name={agreementSigned ? 'check' : 'caution'} />
        <span>{t(agreementSigned ? 'partnerships.agreement.signed' : 'partnerships.agreement.unsigned', names)}</span>
      </Line>
      {isRequested && <p className={styles.turn}>{t(isProvider ? 'partnerships.turn.reseller' : 'partnerships.turn.you', names)}</p>}
      {isRequested && !isProvider && <div className={styles.do}><AuthorizePartnership actor={actor} partnership={partnership} /></div>}
      {canRemovePartnership(actor, partnership).allowed && <div className={styles.do}><RemovePartnership partnership={partnership} /></div>}
    </li>
  )
}
