import { QueryClientProvider } from '@tanstack/react-query'
import { type ComponentProps, useState } from 'react'
import { type LoaderFunctionArgs, useLoaderData, useNavigate, useParams, useRevalidator } from 'react-router'
import { isGdapAvailable } from '../../../domain/gdap/relationship-rules.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { isProblem, NetworkError } from '../../api/problem-error.ts'
import { queryClient } from '../../api/query-client.ts'
import { paths } from '../../app/paths.ts'
import { SignedOutPage } from '../../app/signed-out-page.tsx'
import { ConsentFrame } from '../../features/consent/consent-frame.tsx'
import { CouldNotRead } from '../../features/consent/plain-page.tsx'
import { ReaderAccount } from '../../features/consent/reader-account.tsx'
import { RightsRefused } from '../../features/consent/rights/rights-refused.tsx'
import { RightsSignIn } from '../../features/consent/rights/rights-sign-in.tsx'
import { RightsView } from '../../features/consent/rights/rights-view.tsx'
import { readGdap } from '../../features/gdap/gdap-queries.ts'
import { RoleList } from '../../features/gdap/role-list.tsx'
import { useRoles } from '../../features/gdap/role-queries.ts'
import { hasEnded, loadSession, signOut, useSession } from '../../features/session/session.ts'
import { startWords, useWords } from '../../i18n/use-words.ts'
import { ErrorState } from '../../ui/waiting/states.tsx'
import { showToast } from '../../ui/overlays/toast.ts'

/** Loads the reader and the request; errors are results, each with its own page. */
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

/** A customer's Global admin opens it by a link, reads a partner's request and approves it or not (BR-78, BR-79). */
export function Component() {
  const loaded = useLoaderData<typeof loader>()
  const { t } = useWords()
  const isOver = hasEnded(useSession())
  const relationship = 'relationship' in loaded ? loaded.relationship : undefined
  const title = relationship ? t('approval.page_title.of', { partner: relationship.partner.displayName }) : t('approval.page_title')
  if (isOver) return <SignedOutPage ended />
  return (
    <QueryClientProvider client={queryClient}>
      <ConsentFrame title={title}><Reading loaded={loaded} /></ConsentFrame>
    </QueryClientProvider>
  )
}

function Reading({ loaded }: { loaded: Loaded }) {
  const { id = '' } = useParams()
  const { t } = useWords()
  const { revalidate, state } = useRevalidator()
  const navigate = useNavigate()
  const [wasShown, setWasShown] = useState(false)
  // Navigates in the browser's history, so that no server or proxy sees the id.
  const signIn = () => navigate(paths.signIn(), { state: { returnTo: paths.approval(id) } })
  const switchAccount = async () => {
    await signOut()
    await signIn()
  }
  if ('error' in loaded && loaded.error)
    return (
      <CouldNotRead title={t('approval.failed')} error={loaded.error} isRetrying={state === 'loading'} onRetry={() => void revalidate()} />
    )
  if (!('actor' in loaded) || !loaded.actor) return <RightsSignIn onSignIn={() => void signIn()} />

  const { actor } = loaded
  const tenant = actor.organization.displayName
  const account = <ReaderAccount reader={actor} mayAnswer={false} onSwitch={switchAccount} />
  const cloud = isGdapAvailable(ownPolicy())
  if (!cloud.allowed) return <RightsRefused refusal={cloud} tenant={tenant}>{account}</RightsRefused>
  if (!('relationship' in loaded)) {
    const { code, detail } = loaded.missing
    return <RightsRefused refusal={{ code, detail }} tenant={tenant} wasShown={wasShown}>{account}</RightsRefused>
  }
  return (
    <Rights key={actor.user.id} relationship={loaded.relationship} actor={actor} onSwitch={switchAccount}
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

/** Adds the roles in plain words; nobody approves unread roles. */
function Rights(props: Omit<ComponentProps<typeof RightsView>, 'roles'>) {
  const { byId, roles, error, isFetching, refetch } = useRoles()
  return (
    <RightsView {...props} roles={{
      listOf: (ids) => <RoleList roles={ids} />,
      isPrivileged: (id) => byId.get(id)?.isPrivileged === true,
      trouble: error && !roles && <ErrorState compact error={error} retrying={isFetching} onRetry={() => void refetch()} />,
    }} />
  )
}
