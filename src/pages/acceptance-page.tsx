import { useEffect } from 'react'
import { type LoaderFunctionArgs, useLoaderData, useNavigate, useParams, useRevalidator } from 'react-router'
import { isProblem, NetworkError } from '../api/problem-error.ts'
import { paths } from '../app/paths.ts'
import { SignedOutPage } from '../app/signed-out-page.tsx'
import { AcceptanceFailed } from '../features/acceptance/acceptance-failed.tsx'
import { AcceptanceFrame } from '../features/acceptance/acceptance-frame.tsx'
import { isResellerOf, readAcceptance, reportOpened } from '../features/acceptance/acceptance-requests.ts'
import { AcceptanceView } from '../features/acceptance/acceptance-view.tsx'
import { RefusedAnswer } from '../features/acceptance/refused-answer.tsx'
import { hasEnded, loadSession, signOut, useSession } from '../features/session/session.ts'
import { startWords, useWords } from '../i18n/use-words.ts'

/** The invitation and who is reading it; what went wrong is an answer too, since each has its own plain page. */
export async function loader({ params: { token = '' } }: LoaderFunctionArgs) {
  const reader = loadSession().catch(() => null)
  try {
    const acceptance = await readAcceptance(token)
    const actor = await reader
    const isOwnReseller = await isResellerOf(acceptance.inviter.displayName, actor).catch(() => false)
    return { acceptance, reader: actor && { actor, isOwnReseller } }
  } catch (error) {
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
  // The token stays out of the address that a server or a proxy sees; the browser's own history carries it.
  const signIn = () => navigate(paths.signIn(), { state: { returnTo: paths.acceptance(token) } })
  // A partner that looks at its own link has not been opened by the customer.
  const isOpenedByCustomer = loaded.acceptance !== undefined && (loaded.reader?.actor.organization.kind ?? 'customer') === 'customer'
  const userId = loaded.reader?.actor.user.id

  useEffect(() => {
    if (isOpenedByCustomer) reportOpened(token, userId)
  }, [token, isOpenedByCustomer, userId])

  if (isOver) return <SignedOutPage ended />
  if (loaded.error) {
    const { error } = loaded
    const isRefusal = isProblem(error) && error.problem.code.startsWith('acceptance.')
    return (
      <AcceptanceFrame title={t('acceptance.page_title.plain')}>
        {isRefusal
          ? <RefusedAnswer refusal={error.problem} />
          : <AcceptanceFailed error={error} isRetrying={state === 'loading'} onRetry={() => void revalidate()} />}
      </AcceptanceFrame>
    )
  }
  const { acceptance, reader } = loaded
  return (
    <AcceptanceFrame title={t('acceptance.page_title', { inviter: acceptance.inviter.displayName })}>
      <AcceptanceView key={reader?.actor.user.id ?? 'nobody'} token={token} acceptance={acceptance} reader={reader}
        onSignIn={() => void signIn()}
        links={links} onOutdated={() => void revalidate()}
        onAnswered={(receiptId) => void navigate(paths.receipt(receiptId), { replace: true })}
        onSwitch={async () => {
          await signOut()
          await signIn()
        }} />
    </AcceptanceFrame>
  )
}
