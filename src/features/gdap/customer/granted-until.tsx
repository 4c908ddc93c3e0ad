import { daysOf, extendsItself } from '../../../../domain/gdap/term/durations.ts'
import { factsOf, isEnding, isOver, isWaiting } from '../../../../domain/gdap/granted-facts.ts'
import type { GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import { useNow } from '../../../ui/text/use-now.ts'

type Props = { relationship: GdapRelationshipOnWire }

/** When rights end and what happens then; for a request its lapse, for ended ones since when. */
export const GrantedUntil = ({ relationship }: Props) => <span>{sentenceOf(relationship, useWords(), useNow())}</span>

function sentenceOf(relationship: GdapRelationshipOnWire, { t, formatMoment }: Words, now: number) {
  const { endDateTime, lapsesAt, since, duration, status } = relationship
  if (isWaiting(relationship))
    return lapsesAt && t('approval.waiting.lapses', { date: formatMoment(lapsesAt, now) })
  if (isOver(relationship))
    return t(status === 'expired' ? 'approval.expired' : 'approval.ended', { date: formatMoment(since, now) })
  if (isEnding(relationship)) return t('approval.ending')
  if (!endDateTime) return t('approval.not_begun', { days: daysOf(duration) ?? 0 })
  const goesOn = extendsItself(factsOf(relationship).autoExtendDuration)
  return t(goesOn ? 'approval.extends' : 'approval.until', { date: formatMoment(endDateTime, now) })
}
