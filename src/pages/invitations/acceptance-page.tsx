import { useEffect } from 'react'
import { type LoaderFunctionArgs, useLoaderData, useNavigate, useParams, useRevalidator } from 'react-router'
import answerWords from 'virtual:words/answer'
import { isOpen } from '../../../domain/invitations/turn.ts'
import { isProblem, NetworkError } from '../../api/problem-error.ts'
import { paths } from '../../app/paths.ts'
import { SignedOutPage } from '../../app/signed-out-page.tsx'
import { ConsentFrame } from '../../features/consent/consent-frame.tsx'
import { isResellerOf, readAcceptance, reportOpened } from '../../features/consent/invitation/invitation-requests.ts'
import { StrangerView } from '../../features/consent/invitation/stranger-view.tsx'
import { CouldNotRead } from '../../features/consent/plain-page.tsx'
import { hasEnded, loadSession, signOut, useSession } from '../../features/session/session.ts'
import { presentTime } from '../../i18n/present-time.ts'
import { addWords, startWords, suggestLocale, useWords } from '../../i18n/use-words.ts'

const answeringCode = () => import('../../features/consent/invitation/answering.ts')

/** Code and messages for readers who have signed in or cannot answer; others load none of it. */
async function fetchAnswering() {
  const [code] = await Promise.all([answeringCode(), addWords(answerWords)])
  return code
}

const refusalOf = (error: unknown) => (isProblem(error) && error.problem.code.startsWith('acceptance.') ? error.problem : undefined)

/** Loads the invitation, in its language unless the reader chose another, and the reader; errors are results, each with its own page. */
export async function loader({ params: { token = '' } }: LoaderFunctionArgs) {
  const reader = loadSession().catch(() => null)
  reader.then((actor) => actor && answeringCode()).catch(() => undefined)
  try {
    const acceptance = await readAcceptance(token)
    const spoken = suggestLocale(acceptance.language).catch(() => undefined)
    const actor = await reader
    const isOnlyRead = !actor && isOpen(acceptance, new Date(presentTime()))
    const [answering, isOwnReseller] = await Promise.all([
      isOnlyRead ? undefined : fetchAnswering(), isResellerOf(acceptance.inviter.displayName, actor).catch(() => false), spoken,
    ])
    return { acceptance, reader: actor && { actor, isOwnReseller }, answering }
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal) return { refusal, answering: await fetchAnswering() }
    await startWords({ portal: false })
    if (isProblem(error) || error instanceof NetworkError) return { error }
    throw error
  }
}

const links = { receipt: paths.receipt, myPartners: paths.myPartners }

export function Component() {
  const { token = '' } = useParams()
  const loaded = useLoaderData<typeof loader>()
  const { t } = useWords()
  const { revalidate, state } = useRevalidator()
  const navigate = useNavigate()
  const isOver = hasEnded(useSession())
  // Navigates in the browser's history, so that no server or proxy sees the token.
  const signIn = () => {
    // Loads while the reader chooses an account.
    fetchAnswering().catch(() => undefined)
    void navigate(paths.signIn(), { state: { returnTo: paths.acceptance(token) } })
  }
  // A partner that looks at its own link is not the customer.
  const isOpenedByCustomer = loaded.acceptance !== undefined && (loaded.reader?.actor.organization.kind ?? 'customer') === 'customer'
  const userId = loaded.reader?.actor.user.id

  useEffect(() => {
    if (isOpenedByCustomer) reportOpened(token, userId)
  }, [token, isOpenedByCustomer, userId])

  if (isOver) return <SignedOutPage ended />
  if (!loaded.acceptance) {
    return (
      <ConsentFrame title={t('acceptance.page_title.plain')}>
        {loaded.refusal
          ? <loaded.answering.RefusedAnswer refusal={loaded.refusal} />
          : <CouldNotRead title={t('acceptance.failed.title')} error={loaded.error} isRetrying={state === 'loading'}
              onRetry={() => void revalidate()} />}
      </ConsentFrame>
    )
  }
  const { acceptance, reader, answering } = loaded
  const onOutdated = () => void revalidate()
  return (
    <ConsentFrame title={t('acceptance.page_title', { inviter: acceptance.inviter.displayName })}>
      {answering
        ? (
          <answering.InvitationView key={reader?.actor.user.id ?? 'nobody'} {...{ token, acceptance, reader, links, onOutdated }}
            onSignIn={signIn}
            onAnswered={(receiptId) => void navigate(paths.receipt(receiptId), { replace: true })}
            onSwitch={async () => {
              await signOut()
              signIn()
            }} />
        )
        : <StrangerView acceptance={acceptance} onSignIn={signIn} onOutdated={onOutdated} />}
    </ConsentFrame>
  )
}
