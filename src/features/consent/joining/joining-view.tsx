import { offered } from '../../../../domain/answers/decision.ts'
import { canJoin } from '../../../../domain/joining/rules.ts'
import type { Joining } from '../../../../domain/joining/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { isOfSession, isProblem, isSilence } from '../../../api/problem-error.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { isAnswered, useIntention } from '../../../ui/actions/use-intention.ts'
import type { Elements } from '../../../ui/elements.ts'
import { SignInPanel } from '../answer-bar.tsx'
import { HandOn } from '../hand-on.tsx'
import { PlainPage } from '../plain-page.tsx'
import { ReaderAccount } from '../reader-account.tsx'
import { Asked, type Refusal, RefusedPage } from '../refused-page.tsx'
import { JoiningAnswer } from './joining-answer.tsx'
import { type Answer, answerJoining, joiningInputs, type JoiningLink } from './joining-requests.ts'
import { JoiningText } from './joining-text.tsx'

type Props = {
  joining: Joining
  link: JoiningLink
  reader: Actor | null
  onSignIn: () => void
  onSwitch: () => Promise<void>
  /** Leaves the page for the portal, which knows the organisation anew. */
  onEnter: () => void
  /** The invitation is not as it was read. */
  onChanged: () => Promise<unknown>
}

/** The invitation as its reader may answer it, or the one reason why not. */
export function JoiningView({ joining, link, reader, onSignIn, onSwitch, onEnter, onChanged }: Props) {
  const { t } = useWords()
  const answering = useIntention((answer: Answer, key, options) =>
    answerJoining(link, answer, key, options).catch(async (error: unknown) => {
      if (isProblem(error) && error.problem.status === 409 && !isSilence(error) && !isOfSession(error)) await onChanged()
      throw error
    }), joiningInputs)
  const { state } = answering
  const { provider } = joining
  if (!reader) {
    if (joining.state !== 'waiting') return <Over joining={joining}>{joining.state === 'joined' && <Enter onEnter={onEnter} />}</Over>
    return (
      <>
        <JoiningText joining={joining} />
        <SignInPanel button={t('joining.sign_in')} onSignIn={onSignIn} />
      </>
    )
  }
  const account = (mayAnswer: boolean) => <ReaderAccount reader={reader} mayAnswer={mayAnswer} onSwitch={onSwitch} />
  const decision = canJoin(reader, { ...joining, country: provider.country })
  if (isAnswered(state) && state.input !== 'declined') return <In provider={provider.displayName} onEnter={onEnter} />
  if (isAnswered(state)) return <Over joining={{ ...joining, state: 'declined' }}>{account(false)}</Over>
  if (decision === 'repeated') return <In provider={provider.displayName} onEnter={onEnter} />
  const verdict = offered(decision)
  if (!verdict.allowed && verdict.code === 'joining.over') return <Over joining={joining}>{account(false)}</Over>
  const final = state.is === 'refused' && state.problem.status === 403 ? state.problem : undefined
  const refusal = final ?? (verdict.allowed ? undefined : verdict)
  if (refusal) {
    return (
      <Refused refusal={refusal} provider={provider.displayName}>
        {account(false)}
        <Asked title={t('joining.what')}><JoiningText joining={joining} isWithin /></Asked>
      </Refused>
    )
  }
  return (
    <>
      <JoiningText joining={joining} />
      <JoiningAnswer joining={joining} reader={reader} account={account(true)} answering={answering} />
    </>
  )
}

const titled = ['other_tenant', 'needs_global_admin', 'is_customer', 'is_other_partner', 'region_mismatch', 'not_found'] as const

/** Why this reader cannot answer; others of the tenant may hand it to a Global admin. */
export function Refused({ refusal, provider, children }: { refusal: Refusal; provider: string; children?: Elements }) {
  const { t, refusalText } = useWords()
  const { code, params, detail } = refusal
  const title = titled.find((each) => code === `joining.${each}`)
  const link = location.href
  const names = { provider, link }
  const said = detail ?? refusalText({ code, ...(params && { params }) })
  return (
    <RefusedPage refusal={refusal} said={{ title: title ? t(`joining.refused.${title}`) : t('ui.refused.title'), cause: said, fix: '' }}
      after={code === 'joining.needs_global_admin' && (
        <HandOn text={link} label={t('joining.refused.copy_link')}
          mail={{ subject: t('joining.mail.subject', names), body: t('joining.mail.body', names) }} />
      )}>
      {children}
    </RefusedPage>
  )
}

function In({ provider, onEnter }: { provider: string; onEnter: () => void }) {
  const { t } = useWords()
  return (
    <PlainPage mark="success" title={t('joining.done.title')} cause={t('joining.done.text', { provider })}>
      <p>{t('joining.done.next')}</p>
      <Enter onEnter={onEnter} />
    </PlainPage>
  )
}

function Enter({ onEnter }: { onEnter: () => void }) {
  const { t } = useWords()
  return <div><Button variant="accent" size="large" onPress={onEnter}>{t('joining.done.open')}</Button></div>
}

function Over({ joining: { state, provider }, children }: { joining: Pick<Joining, 'state' | 'provider'>; children?: Elements }) {
  const { t } = useWords()
  if (state === 'waiting') return null
  const hasJoined = state === 'joined'
  const cause = hasJoined ? t('joining.over.joined.text') : t('joining.over.text', { provider: provider.displayName })
  return <PlainPage mark={hasJoined ? 'success' : 'refused'} title={t(`joining.over.${state}`)} cause={cause}>{children}</PlainPage>
}
