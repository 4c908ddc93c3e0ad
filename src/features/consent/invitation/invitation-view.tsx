import { useEffect, useEffectEvent, useState } from 'react'
import type { Acceptance } from '../../../../domain/invitations/schemas.ts'
import type { Problem } from '../../../../domain/problem.ts'
import { suggestLocale, useWords } from '../../../i18n/use-words.ts'
import { isAnswered, isRead, useIntention } from '../../../ui/actions/use-intention.ts'
import { useNow } from '../../../ui/text/use-now.ts'
import { useTyped } from '../../../ui/forms/use-typed.ts'
import { useUnsaved } from '../../../ui/forms/use-unsaved.ts'
import { ButtonLink } from '../../../ui/actions/button.tsx'
import type { Elements } from '../../../ui/elements.ts'
import { Row } from '../../../ui/looks/layout.tsx'
import { ReaderAccount } from '../reader-account.tsx'
import { Asked } from '../refused-page.tsx'
import { Notice } from '../notice.tsx'
import { type Answer, declineInputs, sendAnswer } from './answer-requests.ts'
import { isMendable, tellsOfAnswer } from './answer-state.ts'
import { Aside, type AsideKind } from './aside.tsx'
import { type Drafts, noDrafts } from './drafts.ts'
import { InvitationAnswer } from './invitation-answer.tsx'
import { InvitationBlocks, InvitationIntroduction, InvitationText } from './invitation-text.tsx'
import { asidesOf, type Reader, refusalBefore } from './reader-verdict.ts'
import { RefusedAnswer } from './refused-answer.tsx'
import { StrangerView } from './stranger-view.tsx'
import { PlainPage } from '../plain-page.tsx'

type Props = {
  token: string
  acceptance: Acceptance
  reader: Reader | null
  onSignIn: () => void
  onSwitch: () => Promise<void>
  onAnswered: (receiptId: string) => void
  /** The page's data are outdated. */
  onOutdated: () => void
  links: { receipt: (id: string) => string; myPartners: string }
}

/** The invitation as the customer answers it, or the one reason why it cannot. */
export function InvitationView({ token, acceptance, reader, onSignIn, onSwitch, onAnswered, onOutdated, links }: Props) {
  const words = useWords()
  const { t } = words
  const { state, run, checkAgain, complaints } = useIntention(
    (answer: Answer, key, options) => sendAnswer(token, answer, key, options), declineInputs,
  )
  const now = new Date(useNow())
  const [aside, setAside] = useTyped<AsideKind | undefined>('aside', undefined)
  const [drafts, setDrafts] = useTyped<Drafts>('drafts', noDrafts)
  const [barred, setBarred] = useState<Problem>()
  const final = state.is === 'refused' && !isMendable(state.problem) ? state.problem : undefined
  const isOver = barred || state.is === 'sending' || isAnswered(state) || final
  useUnsaved(!isOver && Object.values(drafts).some((each) => each.trim()) && drafts)
  const typing = { drafts, onType: (typed: Partial<Drafts>) => setDrafts((before) => ({ ...before, ...typed })) }

  // Signing in suggests the reader's language; the page keeps the invitation's.
  useEffect(() => void suggestLocale(acceptance.language).catch(() => undefined), [acceptance.language])

  const receiptId = isAnswered(state) ? state.output.id : undefined
  const tellAnswered = useEffectEvent(onAnswered)
  useEffect(() => {
    if (receiptId) tellAnswered(receiptId)
  }, [receiptId])

  // A colleague may have answered meanwhile.
  const wasAnswered = final !== undefined && tellsOfAnswer(final)
  const tellOutdated = useEffectEvent(onOutdated)
  useEffect(() => {
    if (wasAnswered) tellOutdated()
  }, [wasAnswered])

  const asides = reader ? asidesOf(acceptance, reader, now) : []
  if (aside && reader && !barred && asides.includes(aside)) {
    return (
      <Aside kind={aside} {...{ token, acceptance, ...typing }} reader={reader.actor} onBack={() => setAside(undefined)}
        onBarred={setBarred} />
    )
  }
  // A former reseller of the partner no longer counts.
  const shown: Acceptance = acceptance.state === 'returned' ? { ...acceptance, through: null, seller: 'inviter' } : acceptance
  const invitation = (
    <Asked title={t('acceptance.refused.read_invitation')}>
      <InvitationIntroduction acceptance={shown} words={words} level={3} />
      <InvitationBlocks acceptance={shown} words={words} level={4} />
    </Asked>
  )
  if (acceptance.answered && (isRead(state) || wasAnswered)) {
    return (
      <AnsweredBefore answered={acceptance.answered} inviter={acceptance.inviter.displayName} links={links}>{invitation}</AnsweredBefore>
    )
  }
  const refusal = barred ?? final ?? (isRead(state) ? refusalBefore(acceptance, reader, now) : undefined)
  if (refusal) {
    return (
      <RefusedAnswer refusal={refusal} acceptance={acceptance} link={location.href} asides={barred ? [] : asides} onAside={setAside}
        onSignIn={reader ? undefined : onSignIn}>
        {reader && <ReaderAccount reader={reader.actor} mayAnswer={false} onSwitch={onSwitch} />}
        {invitation}
      </RefusedAnswer>
    )
  }
  // A reader who is not signed in has a page of their own while the invitation is open.
  if (!reader) return <StrangerView acceptance={acceptance} onSignIn={onSignIn} onOutdated={onOutdated} />
  const { stands, asks, inviter: { displayName: inviter } } = acceptance
  const [stood] = stands
  return (
    <>
      <InvitationText acceptance={acceptance}>
        {/* BR-15: names what the customer has granted already, before the answer. */}
        {stood && (
          <Notice icon="info">
            {t(stands.length === asks.length ? 'acceptance.stands.all' : `acceptance.stands.${stood}`, { inviter })}
          </Notice>
        )}
      </InvitationText>
      <InvitationAnswer {...{ acceptance, state, onSwitch, ...typing }} complaint={complaints['/reason']} onAside={setAside}
        reader={reader.actor} onAnswer={run} onCheckAgain={checkAgain} />
    </>
  )
}

type AnsweredProps = Pick<Props, 'links'> & { answered: NonNullable<Acceptance['answered']>; inviter: string; children: Elements }

/** For an organisation that has answered: who, when, the receipt, and where to remove what was granted (BR-37). */
function AnsweredBefore({ answered: { answer, at, by, receiptId, hasEnded }, inviter, links, children }: AnsweredProps) {
  const { t, formatDateTime } = useWords()
  const words = `acceptance.refused.${answer}_before` as const
  const isYes = answer === 'accepted'
  return (
    <PlainPage mark={isYes ? 'success' : 'refused'} title={t(`${words}.title`)}
      cause={t('acceptance.answered.by', { person: by, date: formatDateTime(at) })}>
      <Row gap={3} align="center">
        <ButtonLink variant="accent" size="large" icon="document" to={links.receipt(receiptId)}>
          {t('acceptance.answered.receipt')}
        </ButtonLink>
        {isYes && !hasEnded && (
          <ButtonLink size="large" icon="partnerships" to={links.myPartners}>{t('acceptance.answered.my_partners')}</ButtonLink>
        )}
      </Row>
      <p>{hasEnded ? t('acceptance.ended', { inviter }) : t(`${words}.fix`)}</p>
      {children}
    </PlainPage>
  )
}
