import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { type LoaderFunctionArgs, useLoaderData, useNavigate, useParams, useRevalidator } from 'react-router'
import { isGdapAvailable } from '../../domain/delegated-admin/relationship-rules.ts'
import { ownPolicy } from '../api/own-policy.ts'
import { isProblem, NetworkError } from '../api/problem-error.ts'
import { queryClient } from '../api/query-client.ts'
import { paths } from '../app/paths.ts'
import { SignedOutPage } from '../app/signed-out-page.tsx'
import { AcceptanceFrame } from '../features/acceptance/acceptance-frame.tsx'
import { ReaderAccount } from '../features/acceptance/reader-account.tsx'
import { ApprovalFailed } from '../features/delegated-admin/customer/approval-failed.tsx'
import { ApprovalRefused } from '../features/delegated-admin/customer/approval-refused.tsx'
import { ApprovalSignIn } from '../features/delegated-admin/customer/approval-sign-in.tsx'
import { ApprovalView } from '../features/delegated-admin/customer/approval-view.tsx'
import { readGdap } from '../features/delegated-admin/gdap-queries.ts'
import { hasEnded, loadSession, signOut, useSession } from '../features/session/session.ts'
import { startWords, useWords } from '../i18n/use-words.ts'
import { showToast } from '../ui/toast.ts'

/** Who is reading and what was asked; what went wrong is an answer too, since each has its own plain page. */
export async function loader({ params: { id = '' } }: LoaderFunctionArgs) {
  await startWords({ portal: false })
  try {
    const actor = await loadSession()
    if (!actor) return { actor: null }
    return await readGdap(id).then((relationship) => ({ actor, relationship }), (error: unknown) => {
      if (isProblem(error) && error.problem.status === 404) return { actor, missing: error.problem }
      if (isProblem(error) && error.problem.status === 401) return { actor: null }
      throw error
    })
  } catch (error) {
    if (isProblem(error) || error instanceof NetworkError) return { error }
    throw error
  }
}

type Loaded = Awaited<ReturnType<typeof loader>>

/** Where a customer's Global admin comes by a link, reads what a partner asks for, and says yes or lets it be (BR-78, BR-79). */
export function Component() {
  const loaded = useLoaderData<typeof loader>()
  const { t } = useWords()
  const isOver = hasEnded(useSession())
  const relationship = 'relationship' in loaded ? loaded.relationship : undefined
  const title = relationship ? t('approval.page_title.of', { partner: relationship.partner.displayName }) : t('approval.page_title')
  if (isOver) return <SignedOutPage ended />
  return (
    <QueryClientProvider client={queryClient}>
      <AcceptanceFrame title={title}><Reading loaded={loaded} /></AcceptanceFrame>
    </QueryClientProvider>
  )
}

function Reading({ loaded }: { loaded: Loaded }) {
  const { id = '' } = useParams()
  const { t } = useWords()
  const { revalidate, state } = useRevalidator()
  const navigate = useNavigate()
  const [wasShown, setWasShown] = useState(false)
  // The id stays out of the address that a server or a proxy sees; the browser's own history carries it.
  const signIn = () => navigate(paths.signIn(), { state: { returnTo: paths.approval(id) } })
  const switchAccount = async () => {
    await signOut()
    await signIn()
  }
  if ('error' in loaded && loaded.error)
    return <ApprovalFailed error={loaded.error} isRetrying={state === 'loading'} onRetry={() => void revalidate()} />
  if (!('actor' in loaded) || !loaded.actor) return <ApprovalSignIn onSignIn={() => void signIn()} />

  const { actor } = loaded
  const tenant = actor.organization.displayName
  const accountOf = (mayAnswer: boolean) => <ReaderAccount reader={actor} mayAnswer={mayAnswer} onSwitch={switchAccount} />
  const cloud = isGdapAvailable(ownPolicy())
  if (!cloud.allowed) return <ApprovalRefused refusal={cloud} tenant={tenant}>{accountOf(false)}</ApprovalRefused>
  if (!('relationship' in loaded))
    return (
      <ApprovalRefused refusal={{ code: loaded.missing.code }} tenant={tenant} wasShown={wasShown}>{accountOf(false)}</ApprovalRefused>
    )
  return (
    <ApprovalView key={actor.user.id} relationship={loaded.relationship} actor={actor} accountOf={accountOf}
      grantedAddress={paths.grantedRights(id)}
      onApproved={() => {
        showToast(t('approval.done'))
        void navigate(paths.grantedRights(id), { replace: true })
      }}
      onChanged={async () => {
        setWasShown(true)
        await revalidate()
      }} />
  )
}
