import { lazy, useState } from 'react'
import signInWords from 'virtual:words/sign-in'
import { type LoaderFunctionArgs, redirect, useLoaderData, useLocation, useNavigate } from 'react-router'
import type { Persona } from '../../domain/session/schemas.ts'
import { isNotFound } from '../api/problem-error.ts'
import { call } from '../api/call.ts'
import { BarePage } from '../app/bare-page.tsx'
import { safeReturnTo } from '../../domain/session/return-to.ts'
import { IssuerList } from '../features/session/issuer-list.tsx'
import { PersonaList } from '../features/session/persona-list.tsx'
import { groupPersonas } from '../features/session/personas.ts'
import { loadSession, signInAs } from '../features/session/session.ts'
import { SignInFailure } from '../features/session/sign-in-failure.tsx'
import { isOpenLine, whyNotKept } from '../features/session/why-not-kept.ts'
import { addWords, useWords } from '../i18n/use-words.ts'
import { Icon } from '../ui/marks/icon.tsx'
import { LatePart } from '../ui/waiting/late-part.tsx'
import { Line } from '../ui/looks/layout.tsx'
import { PageHeader } from '../ui/looks/page-header.tsx'
import { EmptyState, ErrorState } from '../ui/waiting/states.tsx'
import styles from './sign-in-page.module.css'

const NotKept = lazy(async () => {
  const [{ NotKept: default_ }, { default: moreWords }] = await Promise.all([
    import('../features/session/not-kept.tsx'), import('virtual:words/more'),
  ])
  await addWords(moreWords)
  return { default: default_ }
})

/** Pages where a customer answers a partner. */
const answers = ['/accept/', '/approve/']

/** The demo's personas; null where people sign in with their own organisation. */
async function personasOrNull(signal: AbortSignal): Promise<Persona[] | null> {
  try {
    return await call('GET /session/personas', { signal })
  } catch (error) {
    if (isNotFound(error)) return null
    throw error
  }
}

/** Sends a signed-in person on to their destination; without one they may become somebody else. */
export async function loader({ request: { url, signal } }: LoaderFunctionArgs) {
  const { searchParams } = new URL(url)
  const [wanted, attempt] = [searchParams.get('returnTo'), searchParams.get('attempt') ?? undefined]
  const returnTo = safeReturnTo(wanted)
  if (wanted !== null && (await loadSession())) throw redirect(returnTo)
  const [ways, personas] = await Promise.all([
    call('GET /session/ways', { query: { attempt }, signal }), personasOrNull(signal), addWords(signInWords),
  ])
  return { returnTo: ways.failure?.returnTo ?? returnTo, ways, personas }
}

export function Component() {
  const { t } = useWords()
  const navigate = useNavigate()
  const { returnTo: fromAddress, ways, personas } = useLoaderData<typeof loader>()
  const { state } = useLocation() as { state: { returnTo?: string } | null }
  const returnTo = state?.returnTo === undefined ? fromAddress : safeReturnTo(state.returnTo)
  const [pending, setPending] = useState<string>()
  const [error, setError] = useState<unknown>()
  const { issuers, failure, isDemoOpen } = ways
  const why = personas === null && isOpenLine() ? 'https' : whyNotKept(error)
  const isAnswering = answers.some((start) => returnTo.startsWith(start))

  const isForAdmin = isAnswering || returnTo.startsWith('/join/')
  const lead = issuers.length > 0 ? (isForAdmin ? 'session.sign_in.to_answer_with' : 'session.sign_in.lead_with')
    : isAnswering ? 'session.sign_in.to_answer' : 'session.sign_in.lead'

  const signIn = async (persona: string) => {
    setPending(persona)
    setError(undefined)
    try {
      await signInAs(persona)
      await navigate(returnTo, { replace: true })
    } catch (refused) {
      setError(refused)
    } finally {
      setPending(undefined)
    }
  }

  return (
    <BarePage width={personas ? 'wide' : 'medium'}>
      <PageHeader title={t('session.sign_in.title')} lead={t(lead)} />
      {failure && <SignInFailure failure={failure} />}
      {why !== undefined && <LatePart><NotKept why={why} /></LatePart>}
      {why === undefined && issuers.length > 0 && <IssuerList issuers={issuers} returnTo={returnTo} />}
      {personas ? (
        <>
          <Line as="p" gap={2} pad="3 4" after={5} className={styles.demo}>
            <Icon name="info" size={20} />
            <span>{t('session.demo')}</span>
          </Line>
          {isDemoOpen && (
            <Line as="p" gap={3} align="start" callout="caution" box="caution-soft" pad="3 4" after={5}>
              <Icon name="caution" tone="caution" /><span>{t('session.demo_open')}</span>
            </Line>
          )}
          {error !== undefined && why === undefined && <ErrorState compact error={error} />}
          <PersonaList groups={groupPersonas(personas, isAnswering)} pending={pending} onChoose={(persona) => void signIn(persona)} />
        </>
      ) : issuers.length === 0 && <EmptyState compact title={t('session.no_way.title')}>{t('session.no_way.text')}</EmptyState>}
    </BarePage>
  )
}
