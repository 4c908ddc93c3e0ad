import { useId } from 'react'
import { factsOf } from '../../../../domain/gdap/granted-facts.ts'
import { nextEventOf } from '../../../../domain/gdap/next-event.ts'
import type { GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Icon } from '../../../ui/marks/icon.tsx'
import { Line, Stack } from '../../../ui/looks/layout.tsx'
import styles from '../../../ui/marks/step-strip.module.css'
import { useNow } from '../../../ui/text/use-now.ts'
import { type GdapStage, type GdapTurn, situationOfGdap, stagesOfGdap } from './gdap-turn.ts'

type Props = { relationship: GdapRelationshipDetail; provider: string | undefined }

/** The stages with the present turn, since when, and what comes by itself. `provider`: who requested it. */
export function GdapStrip({ relationship, provider }: Props) {
  const { t, formatMoment } = useWords()
  const id = useId()
  const now = new Date(useNow())
  const { partner, customer, since, isPartnerConsentPending } = relationship
  const holders: Record<GdapTurn, string> = {
    draft: isPartnerConsentPending ? (provider ?? t('delegated-admin.strip.by.provider')) : partner.displayName,
    consent: partner.displayName,
    customer: customer?.displayName ?? t('delegated-admin.strip.by.any'),
    activation: t('delegated-admin.strip.by.microsoft'),
    active: '',
    end: '',
  }
  const next = nextEventOf(factsOf(relationship))
  const when = (at: string) => ({ date: formatMoment(at, now.getTime()) })
  const situation = situationOfGdap(relationship, now)
  const late = situation === 'stuck' ? 'late' : situation === 'ending_stuck' ? 'ending_late' : undefined
  return (
    <Stack as="section" gap={4} card pad={5} className={styles.strip} aria-labelledby={id}>
      <h2 id={id} className="visually-hidden">{t('delegated-admin.strip')}</h2>
      <Line as="ol" className={styles.steps}>
        {stagesOfGdap(relationship).map((step) => (
          <Step key={step.turn} {...step} holder={holders[step.turn]} status={relationship.status} />
        ))}
      </Line>
      <Stack gap={1} tone="muted">
        <Line as="p" gap={2} align="start" measure={80} text="lead" className={styles.now}>
          {late && <Icon name="caution" className={styles.stuck} />}
          <span>
            {t(`delegated-admin.strip.now.${situation}`, { partner: partner.displayName, customer: customer?.displayName ?? '' })}
          </span>
        </Line>
        <p><time dateTime={since}>{t('delegated-admin.strip.since', when(since))}</time></p>
        <p>
          {!next ? t('delegated-admin.strip.next.nothing')
            : next.at === null ? t(`delegated-admin.strip.next.${late ?? next.kind}`)
            : <time dateTime={next.at}>{t(`delegated-admin.strip.next.${next.kind}`, when(next.at))}</time>}
        </p>
      </Stack>
    </Stack>
  )
}

type StepProps = GdapStage & { holder: string; status: GdapRelationshipDetail['status'] }

function Step({ turn, position, holder, status }: StepProps) {
  const { t } = useWords()
  const isCurrent = position === 'current'
  const word = isCurrent && turn === 'end' ? t(`delegated-admin.status.${status}`) : t(`delegated-admin.strip.step.${turn}`)
  return (
    <li className={`${styles.step} ${styles[position]}`} aria-current={isCurrent ? 'step' : undefined}>
      <span className={styles.tile} aria-hidden="true">
        {position === 'passed' && <Icon name="check" />}
        {position === 'skipped' && <Icon name="close" />}
        {isCurrent && turn === 'active' && <Icon name="check" />}
        {isCurrent && turn === 'end' && <Icon name="close" />}
      </span>
      <Stack as="span" tone="muted" breaks className={styles.words}>
        <strong>{word}</strong>
        {holder && <bdi>{holder}</bdi>}
      </Stack>
      <span className="visually-hidden">{t(`delegated-admin.strip.${position}`)}</span>
    </li>
  )
}
